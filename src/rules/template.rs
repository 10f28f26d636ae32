//! Texts with places in braces for what differs each time.

/// A template with each name in braces put by its value. A value is not looked
/// into, so braces in somebody's own words stay; so does a name that has none.
#[must_use]
pub fn filled<'a>(template: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text += before;
        let named = after.split_once('}').and_then(|(name, left)| Some((value(name)?, left)));
        if let Some((value, left)) = named {
            text += value;
            rest = left;
        } else {
            text.push('{');
            rest = after;
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_way_to_its_value_and_one_without_stays() {
        let value = |name: &str| (name == "n").then_some("{m} of 3");
        assert_eq!(filled("{n} targets {m}, {", value), "{m} of 3 targets {m}, {");
    }
}
