-- Clusters are of all customers: an older savepoint leads to others, whose rows must win over those of the earlier reading.
ALTER TABLE question_clusters COMMENT COLUMN version 'Microseconds of the clock when the row was made, always rising; the highest wins';

ALTER TABLE question_members COMMENT COLUMN version 'Microseconds of the clock when the row was made, always rising; the highest wins';

ALTER TABLE question_merges COMMENT COLUMN version 'Microseconds of the clock when the row was made, always rising; the highest wins';

ALTER TABLE question_merges COMMENT COLUMN from_id 'Cluster that was merged, or any cluster';

ALTER TABLE question_merges COMMENT COLUMN into_id 'Cluster it is part of now, or itself';

ALTER TABLE question_merges COMMENT COLUMN merged_at 'When the question was asked after which this was told last';
