-- Words a plan provides for: the notice that an instalment is missed, and the last day to make it good. A notice
-- counts from the day it was given; what is missed later needs one of its own.
CREATE TABLE plan_notice (
    id          INTEGER PRIMARY KEY,
    version_id  INTEGER NOT NULL REFERENCES plan_version (id),
    day         INTEGER NOT NULL,
    cure_by     INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;
CREATE INDEX plan_notice_by_version ON plan_notice (version_id, day);
