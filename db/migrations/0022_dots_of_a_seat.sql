-- A seat that is not there moves no dot: with a null among what they are given the functions are not run.
ALTER FUNCTION cast_dot(uuid, uuid, uuid, channel) STRICT;
--> statement-breakpoint
ALTER FUNCTION withdraw_dot(uuid, uuid, uuid) STRICT;
