-- Accents do not matter and words are compared by their stems. The second configuration keeps words as they are, and every
-- part of a hyphenated one, to compare typing errors with.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.texts (COPY = pg_catalog.english);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.texts ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.plain_words (PARSER = pg_catalog."default");--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.plain_words ADD MAPPING FOR asciiword, word, numword, hword_asciipart, hword_part,
	hword_numpart, int, uint, float, sfloat, version, host, url, url_path, email, file WITH unaccent, simple;--> statement-breakpoint
CREATE TABLE "words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "critiques" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("critiques"."text", '/', ' '))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("ideas"."text", '/', ' '))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("issues"."title", '/', ' '))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("statements"."title", '/', ' '))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "words_alike" ON "words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "critiques_search" ON "critiques" USING gin ("search");--> statement-breakpoint
CREATE INDEX "ideas_search" ON "ideas" USING gin ("search");--> statement-breakpoint
CREATE INDEX "issues_search" ON "issues" USING gin ("search");--> statement-breakpoint
CREATE INDEX "statements_search" ON "statements" USING gin ("search");--> statement-breakpoint
-- Adds the words of texts that were written or changed. Always in one order, so that writers who wait for each other's new
-- words never do so in a circle.
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql
AS $$
DECLARE
	changed text := 'written t';
BEGIN
	IF tg_op = 'UPDATE' THEN
		changed := format('written t JOIN before b ON b.id = t.id AND b.%1$I <> t.%1$I', tg_argv[0]);
	END IF;
	EXECUTE format('INSERT INTO words (word) SELECT DISTINCT w FROM %s, unnest(tsvector_to_array(
		to_tsvector(''public.plain_words'', translate(t.%I, ''/'', '' '')))) w ORDER BY w ON CONFLICT DO NOTHING',
		changed, tg_argv[0]);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER issues_words_written AFTER INSERT ON issues REFERENCING NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('title');--> statement-breakpoint
CREATE TRIGGER issues_words_changed AFTER UPDATE ON issues REFERENCING OLD TABLE AS before NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('title');--> statement-breakpoint
CREATE TRIGGER statements_words_written AFTER INSERT ON statements REFERENCING NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('title');--> statement-breakpoint
CREATE TRIGGER statements_words_changed AFTER UPDATE ON statements REFERENCING OLD TABLE AS before NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('title');--> statement-breakpoint
CREATE TRIGGER ideas_words_written AFTER INSERT ON ideas REFERENCING NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('text');--> statement-breakpoint
CREATE TRIGGER ideas_words_changed AFTER UPDATE ON ideas REFERENCING OLD TABLE AS before NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('text');--> statement-breakpoint
CREATE TRIGGER critiques_words_written AFTER INSERT ON critiques REFERENCING NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('text');--> statement-breakpoint
CREATE TRIGGER critiques_words_changed AFTER UPDATE ON critiques REFERENCING OLD TABLE AS before NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words('text');--> statement-breakpoint
INSERT INTO words (word) SELECT DISTINCT w FROM (
	SELECT title AS t FROM issues UNION ALL SELECT title FROM statements
	UNION ALL SELECT text FROM ideas UNION ALL SELECT text FROM critiques) x,
	unnest(tsvector_to_array(to_tsvector('public.plain_words', translate(x.t, '/', ' ')))) w ORDER BY w ON CONFLICT DO NOTHING;
