ALTER TYPE "public"."brief_update_kind" ADD VALUE 'COMMENT_HIDDEN';--> statement-breakpoint
ALTER TYPE "public"."brief_update_kind" ADD VALUE 'COMMENT_SHOWN';--> statement-breakpoint
CREATE TABLE "brief_comment_reports" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_comment_reports_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "brief_comments" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "brief_comments" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "brief_comment_reports" ADD CONSTRAINT "brief_comment_reports_comment_id_brief_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."brief_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_comment_reports" ADD CONSTRAINT "brief_comment_reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;