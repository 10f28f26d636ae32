//! The headings of columns: what papers call the same thing in a table.

use std::borrow::Cow;

use super::fold::fold;
use super::when;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// A number or a reference.
    Number,
    /// The name of a partnership.
    Partnership,
    /// The Performance pane.
    Performance,
    /// The Response pane.
    Response,
    /// What came of the work.
    Outcomes,
    /// How the partners work together.
    Working,
    /// Which pane a row belongs in.
    Pane,
    /// Which half of the Performance pane a row belongs in.
    Section,
    /// The words of a point, a response, an item or an action.
    Text,
    /// What an item is about.
    Title,
    /// Who presents, reports or leads.
    Lead,
    /// Who is to do it.
    Owner,
    /// By when.
    Due,
    /// How far it has gone.
    Status,
    /// How it stands as a colour, where it is not said in words.
    Rag,
    /// What else was said.
    Remark,
    /// When it was last changed.
    Changed,
    /// On which day it was done.
    Done,
    /// Whether somebody votes.
    Voting,
    /// At what time.
    Time,
    /// For how long.
    Length,
    /// A paper's reference.
    Paper,
    /// What is asked for.
    Recommendation,
    /// A person's name.
    Person,
    /// What a person is on a body.
    Role,
    /// Where a person comes from, or what a seat stands for.
    Organisation,
    /// A body that meets, of those on it.
    Board,
    /// A political party or group.
    Party,
    /// What somebody declared.
    Interest,
    /// How many seats.
    Seats,
    /// From which day.
    From,
    /// Until which day.
    To,
    /// The period of some figures.
    Period,
    /// How many targets there are.
    Total,
    /// How many are on track.
    OnTrack,
    /// How many are not.
    OffTrack,
    /// How many will not be achieved.
    Lost,
    /// How many cannot be judged.
    Unjudged,
    /// How many are not due.
    NotDue,
    /// How many are neither on track nor off it: "amber".
    Unsure,
    /// What a target measures.
    Indicator,
    /// A figure.
    Value,
    /// A figure of the period that heads the column.
    Figure,
    /// How it stood at the end of the period that heads the column.
    Stood,
    /// The figure aimed at.
    Goal,
    /// The figure aimed at in the period that heads the column.
    Aim,
    /// The figure that it began from.
    Baseline,
    /// A place that a figure is about.
    Area,
}

/// The columns that count a partnership's targets.
pub const COUNTED: [Column; 8] = [
    Column::Period,
    Column::Total,
    Column::OnTrack,
    Column::OffTrack,
    Column::Lost,
    Column::Unjudged,
    Column::NotDue,
    Column::Unsure,
];

/// What the heading `heading` says its column holds, if it is a heading that
/// papers use. Longer headings are matched by how they begin.
#[must_use]
pub fn of(heading: &str) -> Option<Column> {
    let folded = fold(heading);
    if folded.is_empty() || folded.len() > 60 {
        return None;
    }
    let whole = HEADINGS.iter().find(|(_, names)| names.split('|').any(|name| name == folded));
    let begins = || {
        HEADINGS.iter().find(|(column, names)| {
            !matches!(column, Column::Number | Column::Text | Column::Title | Column::Person)
                && names.split('|').any(|name| {
                    name.len() >= 5
                        && folded.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
                })
        })
    };
    let short = folded.split(' ').count() <= 5;
    let whole = whole.map(|(column, _)| *column);
    // "2025/26 target": the one that begins with the word may be what is measured.
    let aim = || folded.ends_with(" target").then(|| of_aim(heading)).flatten();
    let named = whole.or_else(|| of_period(heading).map(|(_, column)| column));
    let named = named.or_else(|| aim().map(|_| Column::Goal));
    named.or_else(|| short.then(begins).flatten().map(|(column, _)| *column))
}

/// What a column headed by a period holds, and the period: "Q1", "Q2 actual", "RAG
/// 2009/10".
#[must_use]
pub fn of_period(heading: &str) -> Option<(String, Column)> {
    const FIGURE: [&str; 8] =
        ["actual", "actuals", "value", "result", "results", "outturn", "performance", "figure"];
    const STOOD: [&str; 4] = ["status", "rag", "rating", "standing"];
    let said = |word: &str| fold(word);
    let is = |words: &[&str], word: &str| words.contains(&said(word).as_str());
    let words: Vec<&str> = heading.split_whitespace().collect();
    let stood = words.iter().any(|word| is(&STOOD, word));
    let rest: Vec<&str> =
        words.into_iter().filter(|word| !is(&FIGURE, word) && !is(&STOOD, word)).collect();
    let period = rest.iter().map(|word| years(word)).collect::<Vec<_>>().join(" ");
    let period = when::month_of_year(&period).unwrap_or(period);
    is_period(&period).then_some((period, if stood { Column::Stood } else { Column::Figure }))
}

/// The period in which the figures of a column headed so are aimed at: "Target 2009/10",
/// "2009/10 target".
#[must_use]
pub fn of_aim(heading: &str) -> Option<String> {
    const AIMED: [&str; 3] = ["target", "Target", "TARGET"];
    let ends = |aimed: &&str| heading.strip_prefix(*aimed).or_else(|| heading.strip_suffix(*aimed));
    let rest = AIMED.iter().find_map(ends)?.trim();
    of_period(rest).filter(|(_, column)| *column == Column::Figure).map(|(period, _)| period)
}

/// A year and the next in full, where both stand there in two figures: "09/10" is "2009/10".
fn years(word: &str) -> Cow<'_, str> {
    let short = word.split_once(['/', '-']).and_then(|(from, to)| {
        let both = from.len() == 2 && to.len() == 2;
        let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
        (both && (from + 1) % 100 == to).then(|| format!("20{from:02}/{to:02}"))
    });
    short.map_or(Cow::Borrowed(word), Cow::Owned)
}

/// Whether a heading is a period and no more: "Q3 2009/10", "2010/11", "Q2".
fn is_period(heading: &str) -> bool {
    let whole = when::period(heading).is_some_and(|(_, at)| at.len() == heading.trim().len());
    if when::month_of_year(heading).is_some() {
        return true;
    }
    let bare = fold(heading);
    let digit = |n: &str| matches!(n, "1" | "2" | "3" | "4");
    let quarter = ["q", "qtr ", "quarter "].iter().any(|q| bare.strip_prefix(q).is_some_and(digit));
    whole || quarter
}

/// Every heading that papers use, by what it heads.
const HEADINGS: &[(Column, &str)] = &[
    (
        Column::Number,
        "no|number|ref|reference|item no|item number|action no|action ref|action number|\
         id|agenda no|agenda item no|nr|s no|code|indicator code|indicator no|indicator ref|\
         indicator number|target ref|target no|target code|ni|ni no|ni ref|pi|pi ref|pi code",
    ),
    (
        Column::Working,
        "partnership working|partnershipworking|working together|\
         performance partnership working|working as a partnership|working in partnership|\
         how we work together|how the partnership works",
    ),
    (
        Column::Partnership,
        "partnership|partnerships|thematic partnership|lead partnership|partnership name|\
         name of partnership",
    ),
    (
        Column::Performance,
        "performance|performance to date|performance pane|how we are doing|how are we doing|\
         performance and outcomes|performance issues|how are we performing|\
         how is it doing|current performance|performance summary|current position",
    ),
    (
        Column::Response,
        "response|responses|response corrective action|our response|response pane|response action|\
         action in response|actions in response|what are we doing about it|\
         what we are doing about it|what will we do|what we will do|\
         what is being done|proposed response|partnership response",
    ),
    (Column::Outcomes, "outcomes|outcome|performance outcomes"),
    (Column::Pane, "pane|column|performance response|performance or response|performance/response"),
    (Column::Section, "section|heading|half"),
    (
        Column::Text,
        "text|point|points|action|actions|action required|description|what|task|wording|\
         details|detail|entry|content|action agreed|agreed action|bullet|statement|\
         what is to be done|to be done|what needs to be done|what needs doing|what we agreed",
    ),
    (Column::Title, "title|item|agenda item|subject|topic|business|items|agenda"),
    (
        Column::Lead,
        "lead|presenter|presented by|report by|led by|speaker|lead officer|presenters|\
         reporting officer|officer|report of|author|lead and timescale|lead and deadline|\
         lead and date|lead and due date",
    ),
    (
        Column::Owner,
        "owner|responsible|who|by whom|action by|responsibility|assigned to|\
         responsible person|assignee|lead person|to be done by|\
         responsible officer|who and when|owner and timescale|owner and date|action owner|action and owner|action by whom|action lead",
    ),
    (
        Column::Due,
        "due|due date|when|by|by when|deadline|target date|timescale|date due|\
         completion date|due by|response by|response due|reply by|reply due|response due by|response date|timeline|target completion date|revised due date|revised date|\
         current due date|new due date|original due date|original date",
    ),
    (Column::Status, "status|complete|completed|progress|state|done|closed|open closed|track"),
    (Column::Rag, "rag|rag status|rag rating|brag"),
    (
        Column::Remark,
        "comments|comment|notes|update|updates|remarks|remark|progress update|\
         commentary|note|discussion|discussion points|key points|minute|summary|notes of discussion|\
         item and discussion|item discussion|discussion and decision|discussion and decisions|\
         discussion and decisions made|notes and decisions|discussion outcome",
    ),
    (
        Column::Done,
        "date completed|completed date|date closed|closed date|completed on|closed on|\
         date of completion|actual completion date|date done",
    ),
    (Column::Voting, "voting|votes|voting rights|has a vote|vote|voting member"),
    (Column::Changed, "last update|last updated|updated|date updated|modified|last changed"),
    (Column::Time, "time|start|start time|timing"),
    (Column::Length, "duration|minutes|mins|length|time allowed|allotted time"),
    (
        Column::Paper,
        "paper|paper ref|papers|document|documents|enclosure|attachment|paper no|report|\
         doc|enc|encl|enclosures|enc verbal|paper verbal|verbal paper|attachments|appendix|\
         pages|page",
    ),
    (Column::Recommendation, "recommendation|recommendations|decision sought|purpose|for|ask"),
    (
        Column::Person,
        "member|members|name|councillor|councillors|coopted member|coopted members|person|representative|\
         representatives|appointments|appointment|appointee|holder|member name|\
         full name|surname given|surname given name|surname first name|surname forename|\
         surname forenames|last name first name|family name given name|nominee|attendee|attendees|attendee name|name of attendee",
    ),
    (
        Column::Role,
        "role|committee role|board role|position|office|capacity|post|job title|title role|\
         role agency|role organisation|role on board|role on the board|role on committee|\
         role on the committee|position on board|membership role|membership type",
    ),
    (
        Column::Organisation,
        "organisation|organization|sector|organisation sector|organisation or sector|\
         affiliation|representing|agency|appointed by|appointing body|nominated by|school organisation|school or organisation|body|outside body|seat|nominating body",
    ),
    (
        Column::Board,
        "board|committee|panel|board name|committee name|panel name|name of board|\
         name of committee|committee or board|board or committee",
    ),
    (Column::Party, "party|political party|group|political group|party group"),
    (
        Column::Interest,
        "interest|interests|nature of interest|nature of interests|declared interest|\
         interest declared|declaration|date declared|type of interest",
    ),
    (Column::Seats, "seats|number of seats|places|number of members|no of seats"),
    (
        Column::From,
        "from|appointed|appointed on|term from|start date|term start|date appointed|\
         term of office begins|term of office from|term begins",
    ),
    (
        Column::To,
        "to|until|term ends|term to|end date|expires|term end|term of office ends|\
         term of office to|term expires",
    ),
    (Column::Period, "period|quarter|year|reporting period|figures at|as at"),
    (
        Column::Total,
        "total|targets|total targets|number of targets|no of targets|laa targets|count",
    ),
    (Column::OnTrack, "on track|ontrack|on target|green|targets met|targets on track|number met"),
    (
        Column::OffTrack,
        "off track|offtrack|not on track|off target|red|targets not met|not met|targets missed|\
         targets off track|number not met",
    ),
    (Column::Lost, "will not be achieved|not achievable|lost|will not achieve|wont be achieved"),
    (
        Column::Unjudged,
        "cannot judge|cannot be judged|cant judge|cannot say|not enough information|\
         insufficient information|no judgement|too early to say|too early to judge|too early|unknown|cannot assess|insufficient data|\
         no data|data not available|data unavailable|not available|no information|grey|\
         not reported|not known|awaiting data|unable to judge",
    ),
    (Column::NotDue, "not due|not yet due"),
    (Column::Unsure, "amber|at risk|yellow|some concerns"),
    (
        Column::Indicator,
        "indicator|measure name|target|kpi|performance indicator|target name|\
         indicator name|measure description|measure|measures|performance measure|\
         key measure|success measure|key performance indicator|indicators",
    ),
    (Column::Value, "value|actual|result|figure|outturn|latest|current|actual value"),
    (Column::Goal, "goal|target value|aim|target figure|annual target|year end target"),
    (Column::Baseline, "baseline|base line|starting point|baseline value|baseline figure"),
    (Column::Area, "area|area name|district|ward|locality"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, want: Option<Column>) {
        assert_eq!(of(heading), want, "{heading}");
    }

    #[test]
    fn the_same_thing_is_known_by_its_several_names() {
        check("Responsible", Some(Column::Owner));
        check("DUE DATE", Some(Column::Due));
        check("Organisation / sector", Some(Column::Organisation));
        check("Response(s)", Some(Column::Response));
        check("Responses", Some(Column::Response));
        check("Cannot judge (data)", Some(Column::Unjudged));
        check("Q3 2009/10", Some(Column::Figure));
        check("Q2", Some(Column::Figure));
        check("Q2 actual", Some(Column::Figure));
        check("Actual 2009/10", Some(Column::Figure));
        check("Actual 09/10", Some(Column::Figure));
        check("Response by", Some(Column::Due));
        assert_eq!(of_aim("Target 09/10").as_deref(), Some("2009/10"));
        assert_eq!(of_aim("Q2 target").as_deref(), Some("Q2"));
        assert_eq!(of_aim("Target"), None);
        check("Q2 RAG status", Some(Column::Stood));
        check("Children's Trust", None);
        check("", None);
    }
}
