ALTER TABLE "workshops" ADD COLUMN "join_token" text DEFAULT translate(encode(gen_random_bytes(16), 'base64'), '+/=', '-_') NOT NULL;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "room_opened_on" date;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_joinToken_unique" UNIQUE("join_token");