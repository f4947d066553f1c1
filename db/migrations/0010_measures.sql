CREATE TYPE "public"."direction" AS ENUM('UP', 'DOWN', 'NONE');--> statement-breakpoint
CREATE TYPE "public"."measure_kind" AS ENUM('OUTCOME', 'PROCESS', 'BALANCING');--> statement-breakpoint
CREATE TABLE "annotations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"day" date NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"request_digest" "bytea"
);
--> statement-breakpoint
CREATE TABLE "baselines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"locked_points" integer,
	"reason" text NOT NULL,
	"declared_by" uuid,
	"declared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"request_digest" "bytea"
);
--> statement-breakpoint
CREATE TABLE "measure_points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"day" date NOT NULL,
	"value" numeric(15, 6) NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone,
	"removed_reason" text,
	"request_digest" "bytea"
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" "measure_kind" NOT NULL,
	"direction" "direction" NOT NULL,
	"unit" text NOT NULL,
	"definition" text NOT NULL,
	"target" numeric(15, 6),
	"baseline_points" integer,
	"created_by" uuid,
	"request_digest" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "point_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"point_id" uuid NOT NULL,
	"from" numeric(15, 6) NOT NULL,
	"to" numeric(15, 6) NOT NULL,
	"reason" text NOT NULL,
	"corrected_by" uuid,
	"corrected_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_declared_by_people_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_points" ADD CONSTRAINT "measure_points_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_points" ADD CONSTRAINT "measure_points_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_points" ADD CONSTRAINT "measure_points_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_corrections" ADD CONSTRAINT "point_corrections_point_id_measure_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."measure_points"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_corrections" ADD CONSTRAINT "point_corrections_corrected_by_people_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotations_measure_id_day_index" ON "annotations" USING btree ("measure_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "baselines_day" ON "baselines" USING btree ("measure_id","from_day") WHERE "baselines"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "measure_points_day" ON "measure_points" USING btree ("measure_id","day") WHERE "measure_points"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "measure_points_measure_id_day_id_index" ON "measure_points" USING btree ("measure_id","day","id");--> statement-breakpoint
CREATE INDEX "measures_project_id_id_index" ON "measures" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "point_corrections_point_id_id_index" ON "point_corrections" USING btree ("point_id","id");