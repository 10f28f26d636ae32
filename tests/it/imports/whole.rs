//! Minutes as clerks write them, in and out again: the finished page says what the paper
//! said, in the order of the book.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::import::PaperKind;

use super::{read, rows};
use crate::support::clerk::words_of;
use crate::support::shelf::Shelf;

/// The minutes that a book makes of a paper it has taken in.
fn page_of(name: &str, paper: &str) -> String {
    let found = read(name, paper.as_bytes(), PaperKind::Minutes);
    let shelf = Shelf::with("Took a paper in", rows(&found).to_vec());
    let book = shelf.book();
    let meetings = book.meetings(&Filter::default(), EVERY).unwrap();
    words_of(&Document::minutes(&book.sitting(&meetings[0].id).unwrap(), Audience::Members))
}

const DISTRICT: &str = "\
# Hartwell and Brend District Council

## Community Scrutiny Panel

Minutes of the meeting held on Tuesday 9 June 2026 at 10.00 am in the Guildhall, Brend

At a meeting of the Community Scrutiny Panel there were present:-

Councillor R. Okonjo (Chair)
Councillor D. Farrow
Councillor S. Quill
Councillor L. Nettleship

Officers: K. Oduya (Head of Policy), J. Penhale (Solicitor)

Apologies: Councillor V. Tarrant, Councillor M. Idris (substitute: Councillor B. Lowe)

### 1. Apologies for absence

### 2. Declarations of interest

Councillor Farrow declared a disclosable pecuniary interest in item 4 as a landlord, and left the meeting.

### 3. Waste contract

The Panel considered a report of the Head of Policy. It was proposed by Councillor Okonjo, seconded by Councillor Quill, and

RESOLVED that the Panel:

1. note the report;
2. ask the Cabinet Member to attend in September.

FOR: Councillors Okonjo, Lowe, Quill. AGAINST: Councillor Nettleship.

| Action | Who | When |
| --- | --- | --- |
| Write to the contractor | K. Oduya | 30 June 2026 |
| Bring figures back | J. Penhale | Next meeting |

### 4. Housing allocations

> The Chair reminded members that the policy was last changed in 2019.

The Panel heard from a tenant. RESOLVED: that the tenant be thanked.

Voting: 5 for, 0 against

### 5. Leisure centre

It was agreed that consideration of this item be deferred to the meeting on 8 September 2026 as the survey was not complete.

Signed ........................ Chair      Date ..................
";

#[test]
fn the_minutes_of_a_district_come_out_as_they_went_in() {
    let page = page_of("minutes.md", DISTRICT);
    for said in [
        "Councillor R. Okonjo - in the chair",
        "Councillor B. Lowe (in place of Councillor M. Idris)",
        "Disclosable pecuniary: a landlord",
        "The Panel considered a report of the Head of Policy. RESOLVED (on a motion by Councillor Okonjo, seconded by Councillor Quill, by 3 votes to 1): (a) that the Panel note the report; (b) that the Panel ask the Cabinet Member to attend in September. Recorded vote: - For (3):",
        "Write to the contractor. K. Oduya by 30 June 2026",
        "Bring figures back. J. Penhale Next meeting",
        "The Chair reminded members that the policy was last changed in 2019. The Panel heard from a tenant. RESOLVED (unanimously): that the tenant be thanked.",
        "DEFERRED to 8 September 2026, because the survey was not complete.",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
    assert!(!page.contains("Signed ..."), "{page}");
}
