-- Everything a minute book keeps. The tables down to `annotation` are journaled: their
-- rows change only inside an entry, which generated triggers guard. Order
-- is a `rank` column, never the order of rows, which undo and redo do not keep.

-- The people and the bodies they sit on.

CREATE TABLE organisation (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    short TEXT NOT NULL,
    sector TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    given TEXT NOT NULL,
    family TEXT NOT NULL,
    honours TEXT NOT NULL,
    post TEXT NOT NULL,
    organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE body (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('statutory_committee', 'executive', 'scrutiny', 'partnership_board', 'informal_group')),
    parent TEXT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    authority TEXT NOT NULL,
    profile TEXT NOT NULL,
    house_style TEXT NOT NULL CHECK (house_style IN ('narrative', 'notes')),
    year_basis TEXT NOT NULL CHECK (year_basis IN ('calendar', 'municipal')),
    quorum INTEGER CHECK (quorum >= 0),
    quorum_of INTEGER CHECK (quorum_of >= 0),
    frequency INTEGER CHECK (frequency >= 0),
    closing TEXT,
    place TEXT NOT NULL,
    lead TEXT NOT NULL,
    remit TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE seat (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    sector TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    at_most INTEGER NOT NULL CHECK (at_most IN (0, 1)),
    holder TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('filled', 'vacant', 'to_be_settled')),
    remark TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX seat_by_body ON seat (body);

CREATE TABLE appointment (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    seat TEXT REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('chair', 'vice_chair', 'member', 'co_opted', 'officer', 'invitee')),
    voting INTEGER NOT NULL CHECK (voting IN (0, 1)),
    from_on TEXT,
    to_on TEXT,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX appointment_by_body ON appointment (body);

-- The governance schedule.

CREATE TABLE partnership (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    short TEXT NOT NULL,
    body TEXT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    remit TEXT NOT NULL,
    statutory INTEGER NOT NULL CHECK (statutory IN (0, 1)),
    chair TEXT NOT NULL,
    lead TEXT NOT NULL,
    frequency INTEGER CHECK (frequency >= 0),
    delivery TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE edition (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    as_at TEXT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX edition_by_as_at ON edition (as_at);

CREATE TABLE summary (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition (id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT NOT NULL REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),
    on_track INTEGER NOT NULL CHECK (on_track >= 0),
    off_track INTEGER NOT NULL CHECK (off_track >= 0),
    lost INTEGER NOT NULL CHECK (lost >= 0),
    cannot_judge INTEGER NOT NULL CHECK (cannot_judge >= 0),
    not_due INTEGER NOT NULL CHECK (not_due >= 0),
    cause TEXT CHECK (cause IN ('data_quality', 'data_not_due', 'data_late', 'no_baseline', 'other')),
    mender TEXT NOT NULL,
    remark TEXT NOT NULL,
    CHECK (on_track + off_track + cannot_judge + not_due = total AND lost <= off_track)
) STRICT;
CREATE INDEX summary_by_edition ON summary (edition);

CREATE TABLE point (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition (id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT NOT NULL REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    section TEXT NOT NULL CHECK (section IN ('outcomes', 'partnership_working')),
    text TEXT NOT NULL,
    tone TEXT CHECK (tone IN ('strength', 'concern', 'mixed', 'neutral')),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX point_by_edition ON point (edition);

CREATE TABLE response (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition (id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT NOT NULL REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    kind TEXT CHECK (kind IN ('action', 'assurance', 'appointment', 'question')),
    owner TEXT NOT NULL,
    due TEXT,
    due_text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'agreed', 'under_way', 'delivered', 'dropped')),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX response_by_edition ON response (edition);

-- Meetings, their agendas, and who was in the room.

CREATE TABLE meeting (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER CHECK (number >= 0),
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'annual', 'extraordinary', 'inquorate')),
    date TEXT NOT NULL,
    start TEXT,
    place TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'agenda_published', 'in_session', 'adjourned', 'closed', 'cancelled')),
    minutes TEXT NOT NULL CHECK (minutes IN ('draft', 'checked', 'circulated', 'confirmed', 'signed')),
    began_at TEXT,
    ended_at TEXT,
    edition TEXT REFERENCES edition (id) DEFERRABLE INITIALLY DEFERRED,
    published_on TEXT,
    altered INTEGER NOT NULL CHECK (altered IN (0, 1)), -- its agenda, since it went out
    confirmed_at TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    signed_by TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    signed_on TEXT,
    leaf INTEGER CHECK (leaf > 0)
) STRICT;
CREATE INDEX meeting_by_date ON meeting (date);
CREATE INDEX meeting_by_body_date ON meeting (body, date);

CREATE TABLE addendum (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    sent_on TEXT NOT NULL,
    sent_at TEXT,
    text TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX addendum_by_meeting ON addendum (meeting);

CREATE TABLE item (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('welcome', 'apologies', 'interests', 'minutes', 'address', 'report', 'decision', 'information', 'plan', 'exclusion', 'urgent', 'other', 'dates')),
    status TEXT NOT NULL CHECK (status IN ('not_reached', 'under_discussion', 'paused', 'concluded', 'deferred', 'withdrawn', 'dropped')),
    paper TEXT NOT NULL,
    report_by TEXT NOT NULL,
    recommendation TEXT NOT NULL,
    partnership TEXT REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    taken INTEGER CHECK (taken >= 0),
    started_at TEXT,
    ended_at TEXT,
    returned INTEGER CHECK (returned > taken), -- when it was gone back to
    returned_at TEXT,
    returned_after INTEGER CHECK (returned_after >= 0),
    deferred_to TEXT NOT NULL,
    deferred_from TEXT REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED, -- what it was at an earlier meeting
    why TEXT NOT NULL,
    urgent_reason TEXT NOT NULL,
    planned_at TEXT,
    planned_minutes INTEGER CHECK (planned_minutes > 0),
    exempt TEXT NOT NULL,
    public_title TEXT NOT NULL,         -- what the public is told an exempt item is about
    balance TEXT NOT NULL               -- why the public interest is in withholding it
) STRICT;
CREATE INDEX item_by_meeting ON item (meeting);
CREATE INDEX item_by_deferred_from ON item (deferred_from) WHERE deferred_from IS NOT NULL;
CREATE INDEX item_by_status ON item (status) WHERE status IN ('deferred', 'not_reached');

CREATE TABLE attendance (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    capacity TEXT NOT NULL CHECK (capacity IN ('voting', 'non_voting', 'co_opted', 'officer', 'invitee', 'observer', 'former_member', 'public')),
    status TEXT NOT NULL CHECK (status IN ('present', 'apologies', 'absent')),
    in_place_of TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    apologised INTEGER NOT NULL CHECK (apologised IN (0, 1)),
    mandated INTEGER CHECK (mandated IN (0, 1)), -- NULL, not known
    rank INTEGER NOT NULL,
    UNIQUE (meeting, person)
) STRICT;
CREATE INDEX attendance_by_person ON attendance (person);

CREATE TABLE movement (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    at TEXT NOT NULL,
    timed INTEGER NOT NULL CHECK (timed IN (0, 1)), -- 0, the time is not known
    item TEXT REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL CHECK (place >= 0),
    reason TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX movement_by_meeting ON movement (meeting);

CREATE TABLE presiding (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    timed INTEGER NOT NULL CHECK (timed IN (0, 1)), -- 0, the time is not known
    item TEXT REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL CHECK (place >= 0),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX presiding_by_meeting ON presiding (meeting);

CREATE TABLE adjournment (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL CHECK (place >= 0),
    from_at TEXT NOT NULL,
    to_at TEXT,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX adjournment_by_meeting ON adjournment (meeting);

CREATE TABLE interest (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('personal', 'prejudicial', 'pecuniary', 'other')),
    nature TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('stayed', 'spoke', 'withdrew')),
    dispensation TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX interest_by_meeting ON interest (meeting);

-- What was said and settled.

CREATE TABLE minute (
    id TEXT PRIMARY KEY NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    summary TEXT NOT NULL,
    number INTEGER CHECK (number >= 0)
) STRICT;
CREATE INDEX minute_by_meeting ON minute (meeting);

CREATE TABLE note (
    id TEXT PRIMARY KEY NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_meeting ON note (meeting);

CREATE TABLE motion (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('original', 'amendment', 'procedural')),
    "of" TEXT REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
    mover TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    seconder TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'carried', 'lost', 'fell', 'withdrawn', 'dropped')),
    majority TEXT NOT NULL CHECK (majority IN ('simple', 'two_thirds', 'of_present', 'of_members', 'two_thirds_of_present', 'two_thirds_of_members'))
) STRICT;
CREATE INDEX motion_by_meeting ON motion (meeting);

CREATE TABLE vote (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    motion TEXT REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
    method TEXT NOT NULL CHECK (method IN ('consensus', 'unanimous', 'hands', 'named')),
    "for" INTEGER NOT NULL CHECK ("for" >= 0),
    against INTEGER NOT NULL CHECK (against >= 0),
    abstained INTEGER NOT NULL CHECK (abstained >= 0),
    entitled INTEGER CHECK (entitled >= 0),
    casting TEXT CHECK (casting IN ('for', 'against', 'abstained')),
    presiding TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    majority TEXT NOT NULL CHECK (majority IN ('simple', 'two_thirds', 'of_present', 'of_members', 'two_thirds_of_present', 'two_thirds_of_members'))
) STRICT;
CREATE INDEX vote_by_meeting ON vote (meeting);

CREATE TABLE ballot (
    id TEXT PRIMARY KEY NOT NULL,
    vote TEXT NOT NULL REFERENCES vote (id) DEFERRABLE INITIALLY DEFERRED,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    "cast" TEXT NOT NULL CHECK ("cast" IN ('for', 'against', 'abstained')),
    on_request INTEGER NOT NULL CHECK (on_request IN (0, 1)),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX ballot_by_meeting ON ballot (meeting);

CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    verb TEXT NOT NULL CHECK (verb IN ('RESOLVED', 'AGREED', 'RECOMMENDED', 'NOTED', 'DEFERRED', 'REFERRED', 'REFUSED', 'WITHDRAWN', 'NO DECISION')),
    to_whom TEXT NOT NULL,
    text TEXT NOT NULL,
    as_recommended INTEGER NOT NULL CHECK (as_recommended IN (0, 1)),
    bloc TEXT, -- the first decision of those taken together
    reasons TEXT NOT NULL,
    alternatives TEXT NOT NULL,
    mover TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    seconder TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    vote TEXT REFERENCES vote (id) DEFERRABLE INITIALLY DEFERRED,
    effective_on TEXT,
    reply_by TEXT,
    at_once TEXT NOT NULL,              -- why it could not wait to be called in
    status TEXT NOT NULL CHECK (status IN ('made', 'called_in', 'effective', 'rescinded', 'superseded', 'completed')),
    replaces TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX decision_by_meeting ON decision (meeting);
CREATE INDEX decision_by_item ON decision (item);
CREATE INDEX decision_by_replaces ON decision (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX decision_by_effective_on ON decision (effective_on) WHERE effective_on IS NOT NULL;
CREATE INDEX decision_by_reply_by ON decision (reply_by) WHERE reply_by IS NOT NULL;

CREATE TABLE call_in (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    decision TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL,
    grounds TEXT NOT NULL,
    received TEXT, -- the day, where that was before the meeting
    outcome TEXT CHECK (outcome IN ('no_action', 'referred_back', 'referred_to_council')),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX call_in_by_meeting ON call_in (meeting);
CREATE INDEX call_in_by_item ON call_in (item);
CREATE INDEX call_in_by_decision ON call_in (decision);

CREATE TABLE correction (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    "of" TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    minute TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_by_meeting ON correction (meeting);
CREATE INDEX correction_by_of ON correction ("of");

-- After how many paragraphs of its item each decision that is lettered is told. What stands
-- below all that is written (4294967295) is told before what was put down after it.
CREATE VIEW told (id, item, after, rank) AS
SELECT decision.id, decision.item,
       CASE WHEN decision.place < 4294967295 THEN decision.place
            ELSE coalesce((SELECT min(later.place)
                           FROM (SELECT item, rank, place FROM motion
                                 UNION ALL SELECT item, rank, place FROM vote
                                 UNION ALL SELECT item, rank, place FROM decision) AS later
                           WHERE later.item = decision.item AND later.rank > decision.rank),
                          decision.place)
       END,
       decision.rank
FROM decision
WHERE decision.verb NOT IN ('DEFERRED', 'WITHDRAWN', 'NO DECISION');

-- The letter of each decision among those of its item, in the order in which they are told,
-- where there are several: what puts the item off, or takes it away, is none of them.
CREATE VIEW limb (id, letter) AS
SELECT told.id,
       CASE WHEN (SELECT count(*) FROM told AS other WHERE other.item = told.item) > 1
            THEN (SELECT count(*) FROM told AS other WHERE other.item = told.item
                  AND (other.after, other.rank) <= (told.after, told.rank))
       END
FROM told;

-- The days on which what one body referred to another was answered: by an answer that it
-- recorded, or, where a decision was called in and referred back, by its being decided again.

CREATE VIEW answered (id, day) AS
SELECT link.to_id, meeting.date
FROM link
JOIN decision AS answer ON answer.id = link.from_id
JOIN meeting ON meeting.id = answer.meeting
WHERE link.kind = 'answers'
UNION ALL
SELECT referral.id, meeting.date
FROM decision AS referral
JOIN call_in AS back ON back.item = referral.item AND back.outcome = 'referred_back'
JOIN decision AS called ON called.id = back.decision
JOIN meeting AS made ON made.id = called.meeting
JOIN body ON body.id = made.body
JOIN meeting ON meeting.id IN
    (SELECT meeting FROM call_in WHERE decision = called.id AND outcome = 'no_action'
     UNION SELECT meeting FROM decision WHERE replaces = called.id)
WHERE referral.verb = 'REFERRED'
  AND lower(referral.to_whom) IN (lower(body.name), 'the ' || lower(body.name));

-- By whom a decision is still to be ratified, and the day of the body's next meeting: by
-- those who sent somebody that was in the room without a mandate as it was settled, and not
-- beside the member they stood in for. How the meeting runs is its own business.

CREATE INDEX attendance_unbound ON attendance (meeting) WHERE mandated = 0;

CREATE VIEW unbound (id, sender, next) AS
SELECT decision.id,
       group_concat(DISTINCT coalesce(home.name, sender.name, trim(person.given || ' ' || person.family))),
       (SELECT min(next.date) FROM meeting AS next
        WHERE next.body = meeting.body AND next.date > meeting.date AND next.status <> 'cancelled')
FROM decision
JOIN meeting ON meeting.id = decision.meeting
JOIN item ON item.id = decision.item AND item.kind NOT IN ('exclusion', 'minutes', 'apologies')
JOIN attendance ON attendance.meeting = decision.meeting AND attendance.mandated = 0
JOIN person ON person.id = attendance.person
LEFT JOIN organisation AS home ON home.id = person.organisation
LEFT JOIN person AS principal ON principal.id = attendance.in_place_of
LEFT JOIN organisation AS sender ON sender.id = principal.organisation
WHERE decision.verb IN ('RESOLVED', 'AGREED', 'RECOMMENDED')
  AND coalesce((SELECT direction FROM movement
                WHERE movement.meeting = decision.meeting AND movement.person = person.id
                  AND movement.rank < decision.rank
                ORDER BY movement.rank DESC LIMIT 1),
               (SELECT 'out' FROM movement
                WHERE movement.meeting = decision.meeting AND movement.person = person.id),
               'in') = 'in'
  AND coalesce((SELECT direction FROM movement
                WHERE movement.meeting = decision.meeting
                  AND movement.person = attendance.in_place_of AND movement.rank < decision.rank
                ORDER BY movement.rank DESC LIMIT 1),
               'out') = 'out'
GROUP BY decision.id;

-- What people were told to do, and what ties things together.

CREATE TABLE action (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL CHECK (number >= 0),
    year INTEGER NOT NULL,
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    text TEXT NOT NULL,
    owner TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    support TEXT NOT NULL,
    due TEXT,
    due_text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'complete', 'confirmed', 'cancelled', 'superseded'))
) STRICT;
CREATE INDEX action_by_meeting ON action (meeting);
CREATE INDEX action_by_body_status ON action (body, status);
CREATE INDEX action_by_body_year ON action (body, year, number);
CREATE INDEX action_by_status_due ON action (status, due);
CREATE INDEX action_by_item ON action (item);

CREATE TABLE action_update (
    id TEXT PRIMARY KEY NOT NULL,
    action TEXT NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    meeting TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    "by" TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'complete', 'confirmed', 'cancelled', 'superseded')),
    due TEXT,
    due_text TEXT NOT NULL,
    was TEXT,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX action_update_by_action ON action_update (action);
CREATE INDEX action_update_by_meeting ON action_update (meeting);

CREATE TABLE link (
    id TEXT PRIMARY KEY NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('answers', 'arises_from', 'implements', 'evidences', 'threatens', 'tells', 'continues')),
    meeting TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX link_by_from_id ON link (from_id);
CREATE INDEX link_by_to_id ON link (to_id);
CREATE INDEX link_by_meeting ON link (meeting);

-- What else the schedule and its follow-up are made of.

CREATE TABLE misprint (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition (id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT NOT NULL REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('headings', 'wording')),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX misprint_by_edition ON misprint (edition);

CREATE TABLE recommendation (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL,
    source TEXT NOT NULL,
    meeting TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    made_on TEXT,
    text TEXT NOT NULL CHECK (text <> ''),
    addressed_to TEXT NOT NULL,
    lead TEXT NOT NULL,
    due TEXT,
    due_text TEXT NOT NULL,
    reply_due TEXT,
    reply TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('made', 'received', 'accepted', 'accepted_in_part', 'rejected', 'in_progress', 'achieved', 'signed_off')),
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE priority (
    id TEXT PRIMARY KEY NOT NULL,
    plan TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    title TEXT NOT NULL CHECK (title <> '')
) STRICT;

CREATE TABLE target (
    id TEXT PRIMARY KEY NOT NULL,
    partnership TEXT REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    priority TEXT REFERENCES priority (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    wording TEXT NOT NULL CHECK (wording <> ''),
    level TEXT CHECK (level IN ('national', 'local')),
    measure TEXT NOT NULL,
    better TEXT CHECK (better IN ('higher', 'lower')),
    baseline TEXT NOT NULL,
    goal TEXT NOT NULL,
    goal_on TEXT,
    lead TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'renegotiated', 'withdrawn', 'achieved', 'missed', 'example')),
    remark TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX target_by_partnership ON target (partnership);

CREATE TABLE result (
    id TEXT PRIMARY KEY NOT NULL,
    target TEXT NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    value TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('on_track', 'off_track', 'not_achievable', 'cannot_judge', 'not_due', 'achieved')),
    cause TEXT CHECK (cause IN ('data_quality', 'data_not_due', 'data_late', 'no_baseline', 'other')),
    mender TEXT NOT NULL,
    remark TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX result_by_target ON result (target);

CREATE TABLE driver (
    id TEXT PRIMARY KEY NOT NULL,
    heading TEXT NOT NULL CHECK (heading <> ''),
    text TEXT NOT NULL,
    likelihood TEXT CHECK (likelihood IN ('possible', 'likely', 'certain')),
    timing TEXT NOT NULL,
    review TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('watch', 'act', 'past')),
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE finding (
    id TEXT PRIMARY KEY NOT NULL,
    scheme TEXT NOT NULL,
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('green_flag', 'red_flag', 'strength', 'pace', 'follow_up', 'finding', 'risk', 'next_step')),
    text TEXT NOT NULL CHECK (text <> ''),
    partnership TEXT REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    owner TEXT NOT NULL,
    due TEXT,
    due_text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE plan (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    topic TEXT NOT NULL CHECK (topic <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('key_decision', 'report_back', 'review', 'report')),
    wanted_by TEXT NOT NULL,
    origin TEXT NOT NULL,
    meeting TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    due_text TEXT NOT NULL,
    due TEXT,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'scheduled', 'taken', 'slipped')),
    slips INTEGER NOT NULL CHECK (slips >= 0),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_by_body ON plan (body);

CREATE TABLE gap_mute (
    id TEXT PRIMARY KEY NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G11', 'G12', 'G13', 'G14', 'G15', 'G16')),
    subject TEXT NOT NULL,
    most INTEGER CHECK (most > 0),
    why TEXT NOT NULL CHECK (why <> '')
) STRICT;

CREATE TABLE annotation (
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL CHECK (subject <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('reviewed', 'query', 'comment', 'wording')),
    text TEXT NOT NULL,
    made_on TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'declined')),
    answer TEXT NOT NULL,
    "by" TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_by_subject ON annotation (subject);

-- The journal. Rows are added and never altered.

CREATE TABLE entry (
    no INTEGER PRIMARY KEY,             -- its place in this book
    copy TEXT NOT NULL,                 -- the copy of the book it was made in
    turn INTEGER NOT NULL,              -- its place among that copy's entries
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    verb TEXT NOT NULL,
    "of" INTEGER REFERENCES entry (no), -- the entry undone or redone
    clerk TEXT NOT NULL,
    at TEXT NOT NULL,
    meeting TEXT,                       -- a name only: undo may take the meeting away
    said TEXT NOT NULL,                 -- what it put on record, in a sentence
    act INTEGER REFERENCES entry (no),  -- the first entry of the line it came of, if it is not that
    digest TEXT NOT NULL,               -- chained to the entry before it in this copy
    UNIQUE (copy, turn),
    CHECK ((kind = 'do') = ("of" IS NULL))
) STRICT;
CREATE INDEX entry_by_of ON entry ("of");

CREATE TABLE change (
    no INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entry (no) DEFERRABLE INITIALLY DEFERRED,
    tab TEXT NOT NULL,
    row TEXT NOT NULL,
    old TEXT CHECK (json_valid(old)),   -- NULL for a row that was not there
    new TEXT CHECK (json_valid(new))    -- NULL for a row that is gone
) STRICT;
CREATE INDEX change_by_entry ON change (entry);
-- What confirmed minutes rest on besides their own rows, to be read as it was then.
CREATE INDEX change_by_row ON change (tab, row)
    WHERE tab IN ('action', 'action_update', 'appointment', 'body', 'meeting', 'organisation', 'person', 'seat');

-- What was struck out of the schedule: its name is given to nothing else.
CREATE INDEX change_struck ON change (row)
    WHERE new IS NULL AND tab IN ('point', 'response', 'summary', 'target');

CREATE TABLE pen (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    entry INTEGER                       -- the entry being written, if any
) STRICT;
INSERT INTO pen VALUES (1, NULL);

CREATE TABLE copy (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,                   -- which copy of the book this file is; empty, the first
    minted INTEGER NOT NULL             -- how many names it has given
) STRICT;
INSERT INTO copy VALUES (1, '', 0);

-- Not journaled: what is being typed, who holds the pen, what the book says of
-- itself, and the index of words.

CREATE TABLE draft (
    item TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE holder (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    who TEXT NOT NULL,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    since TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE doc (
    no INTEGER PRIMARY KEY,
    tab TEXT NOT NULL,
    row TEXT NOT NULL,
    meeting TEXT,
    item TEXT,
    exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),
    UNIQUE (tab, row)
) STRICT;
CREATE INDEX doc_by_item ON doc (item);

CREATE VIRTUAL TABLE words USING fts5 (text, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
