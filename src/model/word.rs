//! Closed lists of words: each value has one word, which the book keeps, the
//! command line takes and JSON prints.

/// Declares an enum whose every value is kept as one word.
///
/// A word that is not on the list is refused wherever it comes from; the book's
/// `CHECK` constraints list the same words, and a test holds the two together.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $value:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $value),+
        }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word it is kept as.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }

            /// The value that `word` stands for, if it is on the list.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }

            /// The word as a person reads it, without the joins.
            #[must_use]
            pub fn plain(self) -> String {
                let plain = self.word().replace('_', " ");
                // These two are one word each.
                plain.replace("co opted", "co-opted").replace("non voting", "non-voting")
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    )+};
}

pub(crate) use words;
