CREATE TABLE "undeclared_priorities" (
	"option_id" uuid PRIMARY KEY NOT NULL,
	"priority_id" uuid NOT NULL,
	"statement_ids" uuid[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "undeclared_priorities" ADD CONSTRAINT "undeclared_priorities_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;