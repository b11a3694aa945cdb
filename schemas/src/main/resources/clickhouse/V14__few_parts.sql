-- Of these tables every reader compares all versions of all rows, which costs next to nothing while they lie in one part: what
-- rests for so many seconds is put together with the rest, even if that is much larger.
ALTER TABLE desk_state MODIFY SETTING min_age_to_force_merge_seconds = 60;

ALTER TABLE figure_journeys MODIFY SETTING min_age_to_force_merge_seconds = 60;

ALTER TABLE conversation_state MODIFY SETTING min_age_to_force_merge_seconds = 300;
