//! What papers call the columns of their tables, folded.

use super::Column;

/// Every heading that papers use, by what it heads.
pub(super) const HEADINGS: &[(Column, &str)] = &[
    (
        Column::Number,
        "no|number|ref|reference|item no|item number|action no|action ref|action number|\
         id|agenda no|agenda item no|nr|s no|code|indicator code|indicator no|indicator ref|\
         indicator number|measure code|measure no|measure ref|kpi ref|kpi code|kpi no|target ref|target no|target code|ni|ni no|ni ref|pi|pi ref|pi code",
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
         how is it doing|current performance|performance summary|current position|\
         what is going well|whats going well|what has gone well|going well|areas of concern|\
         area of concern|what is not going well|whats not going well|key achievements",
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
        "owner|response owner|response lead|responsible|resp|who|by whom|action by|responsibility|assigned to|\
         responsible person|assignee|lead person|to be done by|\
         responsible officer|who and when|owner and timescale|owner and date|action owner|action and owner|action by whom|action lead",
    ),
    (
        Column::Due,
        "due|due date|when|by|by when|deadline|target date|timescale|date due|\
         completion date|due by|response by|response due|reply by|reply due|response due by|response date|timeline|target completion date|revised due date|revised date|\
         current due date|new due date|original due date|original date|response deadline|revised deadline|original deadline",
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
        "member|members|name|trustee|trustees|governor|governors|director|directors|councillor|councillors|coopted member|coopted members|person|representative|\
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
         no data|not yet known|data not available|data unavailable|not available|no information|grey|\
         not reported|not known|awaiting data|unable to judge",
    ),
    (Column::NotDue, "not due|not yet due"),
    (Column::Unsure, "amber|at risk|yellow|some concerns"),
    (
        Column::Indicator,
        "indicator|metric|metrics|measure name|target|kpi|performance indicator|target name|\
         indicator name|measure description|measure|measures|performance measure|\
         key measure|success measure|key performance indicator|indicators",
    ),
    (
        Column::Value,
        "value|actual|result|figure|outturn|latest|current|actual value|year to date|ytd",
    ),
    (Column::Goal, "goal|standard|target value|aim|target figure|annual target|year end target"),
    (Column::Baseline, "baseline|base line|starting point|baseline value|baseline figure"),
    (Column::Area, "area|area name|district|ward|locality"),
];
