-- A project can be read through its published workshops, so it changes as one of them is published, taken back, deleted or restored.
CREATE FUNCTION keep_moment_of_project() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
	UPDATE projects SET updated_at = now() WHERE id = new.project_id;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER workshops_open AFTER UPDATE ON workshops FOR EACH ROW
	WHEN ((old.published_at, old.deleted_at) IS DISTINCT FROM (new.published_at, new.deleted_at))
	EXECUTE FUNCTION keep_moment_of_project();
