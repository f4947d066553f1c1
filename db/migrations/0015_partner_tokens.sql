CREATE TYPE "public"."partner_scope" AS ENUM('RESULTS', 'CONTENT');--> statement-breakpoint
CREATE TABLE "partner_operations" (
	"token_id" uuid NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"cost" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "partner_operations_token_id_day_name_pk" PRIMARY KEY("token_id","day","name")
);
--> statement-breakpoint
CREATE TABLE "partner_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" "partner_scope"[] NOT NULL,
	"all_published" boolean NOT NULL,
	"project_ids" uuid[] DEFAULT '{}' NOT NULL,
	"workshop_ids" uuid[] DEFAULT '{}' NOT NULL,
	"requests_per_minute" integer NOT NULL,
	"cost_per_minute" integer NOT NULL,
	"origins" text[] DEFAULT '{}' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"last_used_address" text,
	"rotated_from_id" uuid,
	"created_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partner_tokens_prefix_unique" UNIQUE("prefix"),
	CONSTRAINT "partner_tokens_have_a_scope" CHECK (cardinality("partner_tokens"."scopes") > 0),
	CONSTRAINT "partner_tokens_end" CHECK ("partner_tokens"."expires_at" <= "partner_tokens"."created_at" + interval '366 days'),
	CONSTRAINT "partner_tokens_have_budgets" CHECK ("partner_tokens"."requests_per_minute" > 0 and "partner_tokens"."cost_per_minute" > 0)
);
--> statement-breakpoint
CREATE TABLE "partner_usage" (
	"token_id" uuid NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"cost" integer DEFAULT 0 NOT NULL,
	"errors" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "partner_usage_token_id_minute_pk" PRIMARY KEY("token_id","minute")
);
--> statement-breakpoint
ALTER TABLE "partner_operations" ADD CONSTRAINT "partner_operations_token_id_partner_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."partner_tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_tokens" ADD CONSTRAINT "partner_tokens_rotated_from_id_partner_tokens_id_fk" FOREIGN KEY ("rotated_from_id") REFERENCES "public"."partner_tokens"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_tokens" ADD CONSTRAINT "partner_tokens_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_usage" ADD CONSTRAINT "partner_usage_token_id_partner_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."partner_tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_tokens_rotated_from_id_index" ON "partner_tokens" USING btree ("rotated_from_id");--> statement-breakpoint
CREATE INDEX "partner_tokens_origins_index" ON "partner_tokens" USING gin ("origins");--> statement-breakpoint
CREATE INDEX "partner_usage_minute_index" ON "partner_usage" USING btree ("minute");