CREATE TYPE "public"."write_up_audience" AS ENUM('LINK', 'EVERYBODY');--> statement-breakpoint
CREATE TYPE "public"."write_up_section" AS ENUM('INTRODUCTION', 'ISSUES', 'VOTE', 'STATEMENTS', 'IDEAS', 'CRITIQUES', 'NEXT', 'THANKS');--> statement-breakpoint
ALTER TYPE "public"."logged_act" ADD VALUE 'WRITE_UP_PUBLISHED';--> statement-breakpoint
ALTER TYPE "public"."logged_act" ADD VALUE 'WRITE_UP_WITHDRAWN';--> statement-breakpoint
CREATE TABLE "write_up_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"section" "write_up_section" NOT NULL,
	"text" text NOT NULL,
	"person_id" uuid,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_ups" (
	"workshop_id" uuid PRIMARY KEY NOT NULL,
	"audience" "write_up_audience" NOT NULL,
	"token" text NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "write_ups_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "write_up_texts" ADD CONSTRAINT "write_up_texts_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_up_texts" ADD CONSTRAINT "write_up_texts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "write_up_texts_workshop_id_section_created_at_index" ON "write_up_texts" USING btree ("workshop_id","section","created_at");