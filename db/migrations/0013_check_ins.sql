CREATE TYPE "public"."check_in_outcome" AS ENUM('DONE', 'UNDER_WAY', 'NOT_BEGUN', 'GIVEN_UP');--> statement-breakpoint
ALTER TYPE "public"."brief_update_kind" ADD VALUE 'IDEA_CHECKED_IN' BEFORE 'MEASURE_JOINED';--> statement-breakpoint
CREATE TABLE "check_in_asks" (
	"idea_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "check_in_asks_idea_id_due_on_pk" PRIMARY KEY("idea_id","due_on")
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"outcome" "check_in_outcome" NOT NULL,
	"text" text,
	"person_id" uuid,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "check_in_asks" ADD CONSTRAINT "check_in_asks_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_ins_idea_id_id_index" ON "check_ins" USING btree ("idea_id","id");