//! What sentences say of how targets stand: "on track", "will not be met".

/// How a sentence says that some targets stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// They are being met.
    On,
    /// They have been met already.
    Met,
    /// They are not being met.
    Off,
    /// They will not be met at all.
    Lost,
    /// Nobody can say.
    Unjudged,
    /// Nothing is due yet.
    NotDue,
    /// A word such as "amber", which says neither.
    Unsure,
}

/// What sentences say of how targets stand. The longest that fits at a place
/// is the one meant, so "not on track" is never "on track".
pub(super) const PHRASES: &[(&str, Stand)] = &[
    ("on track|target|course|schedule", Stand::On),
    ("being|been|be|is|are met|achieved|delivered|exceeded", Stand::On),
    ("green|ontrack", Stand::On),
    ("ahead of target|schedule|plan", Stand::On),
    ("have|has|already been|was|were met|achieved|exceeded|completed", Stand::Met),
    ("have|has _ been met|achieved|exceeded", Stand::Met),
    ("achieved|exceeded|met", Stand::Met),
    ("not _ on track|target|course|schedule", Stand::Off),
    ("off track|target|course|schedule", Stand::Off),
    ("offtrack|red|behind|missed|failing|slipping|underperforming", Stand::Off),
    ("below target", Stand::Off),
    ("under performing|target", Stand::Off),
    ("not|arent|isnt _ being|been met|achieved|delivered|reached|hit", Stand::Off),
    ("not|arent|isnt _ met|meeting|achieving|performing|progressing", Stand::Off),
    ("unlikely to be _ met|achieved|reached|delivered|hit", Stand::Off),
    ("will|can|could not|never be _ met|achieved|reached|delivered|hit|attained", Stand::Lost),
    ("cannot|wont|cant be _ met|achieved|reached|delivered|hit|attained", Stand::Lost),
    ("will|would be missed|lost|failed", Stand::Lost),
    ("will|would not|never meet|achieve|reach|hit", Stand::Lost),
    ("no longer _ achievable|achieved|met", Stand::Lost),
    ("not achievable|attainable", Stand::Lost),
    ("unachievable|unattainable|abandoned|lost", Stand::Lost),
    (
        "not|dont|without|isnt|arent _ enough|sufficient|adequate _ judge|judgement|judgment|assessment|say|assess|tell",
        Stand::Unjudged,
    ),
    ("not|dont|without|isnt|arent _ enough|sufficient|adequate", Stand::Unjudged),
    ("insufficient|inadequate", Stand::Unjudged),
    (
        "not|cannot|cant|never _ judged|assessed|measured|rated|judge|assess|measure|known|determined|verified",
        Stand::Unjudged,
    ),
    ("unable to", Stand::Unjudged),
    (
        "no|lack|lacking|lacks|without|missing|awaiting|await _ data|information|figures|judgement|judgment|evidence|baseline|baselines|result|results",
        Stand::Unjudged,
    ),
    (
        "data|information|figures|results|baseline|baselines _ missing|awaited|unavailable|incomplete",
        Stand::Unjudged,
    ),
    (
        "data|information|figures|results|baseline|baselines _ not _ available|held|received",
        Stand::Unjudged,
    ),
    ("too early", Stand::Unjudged),
    ("too early to judge|say|assess|tell|measure|rate|report", Stand::Unjudged),
    ("not _ available", Stand::Unjudged),
    ("unknown|unavailable|unclear|unjudged|awaited|undetermined", Stand::Unjudged),
    ("yet to be judged|assessed|measured|determined", Stand::Unjudged),
    ("judgement|judgment not|cannot|isnt", Stand::Unjudged),
    ("not _ due", Stand::NotDue),
    ("not _ reported|reportable|reporting", Stand::NotDue),
    ("due later|next", Stand::NotDue),
    ("reported|measured annually|yearly", Stand::NotDue),
    ("yet to fall|become|report", Stand::NotDue),
    ("amber", Stand::Unsure),
    ("at risk", Stand::Unsure),
];
