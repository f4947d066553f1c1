ALTER TABLE "critiques" drop column "search";--> statement-breakpoint
ALTER TABLE "critiques" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("critiques"."text", E'/\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f', ' '))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "ideas" drop column "search";--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("ideas"."text", E'/\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f', ' '))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" drop column "search";--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("issues"."title", E'/\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f', ' '))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" drop column "search";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.texts'::regconfig, translate("statements"."title", E'/\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f', ' '))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "critiques_search" ON "critiques" USING gin ("search");--> statement-breakpoint
CREATE INDEX "ideas_search" ON "ideas" USING gin ("search");--> statement-breakpoint
CREATE INDEX "issues_search" ON "issues" USING gin ("search");--> statement-breakpoint
CREATE INDEX "statements_search" ON "statements" USING gin ("search");--> statement-breakpoint
-- Words are kept as they are read: without marks that nobody sees.
CREATE OR REPLACE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql
AS $$
DECLARE
	changed text := 'written t';
BEGIN
	IF tg_op = 'UPDATE' THEN
		changed := format('written t JOIN before b ON b.id = t.id AND b.%1$I <> t.%1$I', tg_argv[0]);
	END IF;
	EXECUTE format('INSERT INTO words (word) SELECT DISTINCT w FROM %s, unnest(tsvector_to_array(
		to_tsvector(''public.plain_words'', translate(t.%I, E''/\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f'', '' '')))) w ORDER BY w ON CONFLICT DO NOTHING',
		changed, tg_argv[0]);
	RETURN NULL;
END
$$;
