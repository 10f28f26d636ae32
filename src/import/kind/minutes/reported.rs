//! What minutes only report: what others decided, or what was decided before.

/// Whether the words before a verb tell of what somebody else decided, or of what was decided
/// before: "the officer explained that Cabinet", "the Board had".
pub(super) fn is_told(lead: &str) -> bool {
    const TELLS: [&str; 18] = [
        "advised",
        "asked",
        "confirmed",
        "explained",
        "expressed",
        "heard",
        "highlighted",
        "informed",
        "mentioned",
        "outlined",
        "read",
        "recalled",
        "reminded",
        "reported",
        "said",
        "stated",
        "told",
        "updated",
    ];
    let perfect = [" had", " has", " have"].iter().any(|word| lead.ends_with(word));
    let told = lead.split_whitespace().any(|word| TELLS.contains(&word));
    perfect || told && !lead.ends_with("it was")
}
