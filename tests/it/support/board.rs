//! An invented board, small enough to make for every test: five members and an
//! officer, a meeting of five items, and one partnership's row of a schedule.

use minutebook::model::{
    Appointment, BodyKind, Edition, HouseStyle, ItemKind, Organisation, Partnership, Person, Point,
    Record, Response, ResponseKind, ResponseStatus, Role, Section, Summary, Tone,
};

use super::blank::{body, day, item, meeting};
use super::shelf::{Shelf, now};

/// The meeting of the board, on the day every test takes place.
pub(crate) const MEETING: &str = "m";

/// Names meant to do harm: each does something else to a terminal or a reader.
pub(crate) const HARMFUL: &[&str] = &[
    "\u{1b}]52;c;aGFybQ==\u{7}clip",
    "\u{1b}[2J\u{1b}[1;1Hhome",
    "\u{1b}]0;title\u{1b}\\",
    "\u{9b}31mred\u{9b}0m",
    "\u{90}q\u{9c}sixel",
    "gnp.exe\u{202e}fdp",
    "\u{2066}isolate\u{2069}",
    "O\u{200b}ko\u{200d}n\u{feff}jo",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}",
    "日本語のなまえ、とても長い",
    "👩‍👩‍👧‍👦 family 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "tab\tnew\nline\r\u{0}nul\u{7f}",
    "\u{301}lone",
    "क्षि ﷽ \u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
];

/// The rows of the board.
pub(crate) struct Board(pub(crate) Vec<Record>);

impl Board {
    /// The board, ready to meet.
    pub(crate) fn new() -> Self {
        let mut board = Self(Vec::new());
        board.organisation("shire", "Shire");
        let mut vale = body("vb", "VB", "Vale Board", "", BodyKind::PartnershipBoard);
        vale.house_style = HouseStyle::Narrative;
        vale.quorum = Some(3);
        board.0.push(vale.into());
        let people = [
            ("okonjo", "Councillor", "R.", "Okonjo", Role::Chair),
            ("farrow", "Councillor", "D.", "Farrow", Role::Member),
            ("hesketh", "Councillor", "J.", "Hesketh", Role::Member),
            ("idris", "Councillor", "M.", "Idris", Role::Member),
            ("quill", "Councillor", "S.", "Quill", Role::Member),
            ("oduya", "", "K.", "Oduya", Role::Officer),
        ];
        for (id, title, given, family, role) in people {
            board.person(id, [title, given, family], role);
        }
        board.schedule();
        let mut held = meeting(MEETING, "vb", now().date_naive());
        held.edition = Some("ed".into());
        held.place = "Shire House".into();
        board.0.push(held.into());
        for (number, title, kind) in [
            ("1", "Apologies", ItemKind::Apologies),
            ("2", "Minutes", ItemKind::Minutes),
            ("3", "Clean rivers", ItemKind::Report),
            ("4", "Freight plan", ItemKind::Decision),
            ("5", "Forward plan", ItemKind::Plan),
        ] {
            board.item(number, title, kind);
        }
        board
    }

    /// The same, with people, items, points and responses whose names are meant
    /// to do harm; their items are numbered from 6.
    pub(crate) fn harmful() -> Self {
        let mut board = Self::new();
        for (n, name) in HARMFUL.iter().enumerate() {
            let id = format!("harm{n}");
            board.organisation(&id, name);
            board.person(&id, [name, name, name], Role::Member);
            board.item(&(6 + n).to_string(), name, ItemKind::Report);
            board.point(name, Section::Outcomes, Tone::Concern);
            board.response(name, name);
        }
        board
    }

    /// An organisation.
    pub(crate) fn organisation(&mut self, id: &str, name: &str) {
        let (name, sector) = (name.to_owned(), "county".to_owned());
        let row = Organisation { id: id.into(), short: name.clone(), name, sector };
        self.0.push(row.into());
    }

    /// A person with a place on the board.
    pub(crate) fn person(&mut self, id: &str, [title, given, family]: [&str; 3], role: Role) {
        let person = Person {
            id: id.into(),
            title: title.into(),
            given: given.into(),
            family: family.into(),
            honours: String::new(),
            post: if role == Role::Officer { "Head of Partnerships".into() } else { String::new() },
            organisation: Some("shire".into()),
        };
        let appointment = Appointment {
            id: format!("app-{id}").as_str().into(),
            body: "vb".into(),
            person: id.into(),
            seat: None,
            role,
            voting: role != Role::Officer,
            from_on: Some(day(2009, 5, 20)),
            to_on: None,
            rank: i64::try_from(self.0.len()).unwrap(),
        };
        self.0.extend([person.into(), appointment.into()]);
    }

    /// An item at the end of the agenda; the third is about the partnership.
    pub(crate) fn item(&mut self, number: &str, title: &str, kind: ItemKind) {
        let mut row = item(number, title, kind);
        row.rank = i64::try_from(self.0.len()).unwrap();
        if number == "3" {
            row.partnership = Some("cr".into());
            row.recommendation = "to ask for the figures of the spring".into();
        }
        self.0.push(row.into());
    }

    fn schedule(&mut self) {
        let edition = Edition {
            id: "ed".into(),
            title: "Schedule, summer 2010".into(),
            as_at: day(2010, 7, 1),
            author: "K. Oduya".into(),
            source: String::new(),
        };
        let partnership = Partnership {
            short: "Clean Rivers".into(),
            remit: "Rivers one can swim in".into(),
            ..Partnership::named("cr".into(), "Clean Rivers Partnership", 1)
        };
        let summary = Summary {
            id: "sum".into(),
            edition: "ed".into(),
            partnership: "cr".into(),
            period: "Q4 2009/10".into(),
            total: 9,
            on_track: 4,
            off_track: 2,
            lost: 0,
            cannot_judge: 3,
            not_due: 0,
            cause: None,
            mender: String::new(),
            remark: String::new(),
        };
        self.0.extend([edition.into(), partnership.into(), summary.into()]);
        self.point("Weirs are being cleared.", Section::Outcomes, Tone::Strength);
        self.point("Meets rarely.", Section::PartnershipWorking, Tone::Concern);
        self.response("A plan for the two targets off track", "K. Oduya");
    }

    /// A performance point of the partnership.
    pub(crate) fn point(&mut self, text: &str, section: Section, tone: Tone) {
        let n = i64::try_from(self.0.len()).unwrap();
        let row = Point {
            id: format!("pt{n}").as_str().into(),
            edition: "ed".into(),
            partnership: "cr".into(),
            section,
            text: text.into(),
            tone: Some(tone),
            rank: n,
        };
        self.0.push(row.into());
    }

    /// A response of the partnership.
    pub(crate) fn response(&mut self, text: &str, owner: &str) {
        let n = i64::try_from(self.0.len()).unwrap();
        let row = Response {
            id: format!("resp{n}").as_str().into(),
            edition: "ed".into(),
            partnership: "cr".into(),
            text: text.into(),
            kind: Some(ResponseKind::Action),
            owner: owner.into(),
            due: None,
            due_text: "during 2010/11".into(),
            status: ResponseStatus::Proposed,
            rank: n,
        };
        self.0.push(row.into());
    }

    /// A book with the board in it.
    pub(crate) fn shelved(self) -> Shelf {
        let shelf = Shelf::with("The Vale Board is set up.", self.0);
        shelf.pen().set_setting("opens at", MEETING).unwrap();
        shelf
    }
}
