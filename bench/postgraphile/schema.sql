-- What PostGraphile serves: the questions of Q1, Q2, Q3 and M1, laid out as suits it best. Whatever the product works out
-- beyond its tables (ranks, shares, the cut line, counts) is a column of a view, so that one statement answers a question.
drop schema if exists peer cascade;
create schema peer;

create function peer.plural(n bigint, noun text) returns text language sql immutable
as $$ select to_char(n, 'FM999,999,999') || ' ' || noun || case when n = 1 then '' else 's' end $$;

create view peer.workshops as
select w.id, w.slug, w.title, w.starts_on, w.ends_on, w.venue,
  (select count(*)::int from public.seats s
    where s.workshop_id = w.id and s.role = 'PARTICIPANT' and s.removed_at is null
      and s.joined_at is not null) as participant_count,
  (select count(*)::int from public.issues i where i.workshop_id = w.id
    and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null) as issue_count,
  (select coalesce(sum(t.dots), 0)::int from public.rounds r join public.channel_totals t on t.round_id = r.id
    where r.workshop_id = w.id and r.state = 'CLOSED')
  + (select coalesce(sum((select coalesce(sum(b.used), 0) from public.ballots b where b.round_id = r.id)
      + (select coalesce(sum(e.dots), 0) from public.entered_tallies e where e.round_id = r.id and e.entry = 'FIRST')), 0)::int
    from public.rounds r where r.workshop_id = w.id and r.state = 'OPEN') as dot_count
from public.workshops w
where w.deleted_at is null and w.archived_at is null;

create view peer.rounds as
select r.id, r.title, cut.dots, cut.margin,
  case
    when cut.margin is null then null
    when cut.margin = 0 then format('%s tie at %s across the cut, with %s left.', peer.plural(cut.tied, 'issue'),
      peer.plural(cut.last, 'vote'), peer.plural(r.priorities_to_select - cut.over, 'place'))
    else format('The cut is %s wide: the last above it has %s, the first below it %s. %s would have brought %s level, and %s would have put it above.',
      peer.plural(cut.margin, 'vote'), cut.last, cut.next, peer.plural(cut.margin, 'more vote'),
      case when cut.below = 1 then 'the first issue below' else format('one of the %s first issues below', cut.below) end,
      cut.margin + 1)
  end as explanation
from public.rounds r
join public.workshops w on w.id = r.workshop_id and w.deleted_at is null
left join lateral (
  select a.total as dots, a.last, a.next, a.last - a.next as margin,
    (select count(*) from unnest(a.dots) d where d = a.last) as tied,
    (select count(*) from unnest(a.dots) d where d > a.last) as over,
    (select count(*) from unnest(a.dots) d where d = a.next) as below
  from (
    select sum(f.dots)::int as total, array_agg(f.dots) as dots,
      (array_agg(f.dots order by f.dots desc))[r.priorities_to_select] as last,
      (array_agg(f.dots order by f.dots desc))[r.priorities_to_select + 1] as next
    from (select sum(t.dots)::int as dots from public.tallies t where t.round_id = r.id group by t.option_id) f
  ) a
) cut on true;

create view peer.result_rows as
select o.round_id, o.id as option_id, o.position, o.title, o.area_name, o.table_codes, f.dots,
  rank() over (partition by o.round_id order by f.dots desc)::int as rank,
  f.dots::float8 / nullif(sum(f.dots) over (partition by o.round_id), 0) as share
from public.options o
left join lateral (
  select sum(t.dots)::int as dots from public.tallies t where t.round_id = o.round_id and t.option_id = o.id
) f on true;

create view peer.channel_dots as select round_id, option_id, channel::text as channel, dots from public.tallies;
create view peer.channel_totals as select round_id, channel::text as channel, ballots, dots from public.channel_totals;

create view peer.issues as
select i.id, i.workshop_id, i.title, i.state::text as state, a.name as area_name, i.created_at, i.updated_at,
  (select coalesce(array_agg(distinct t.code order by t.code), '{}')
    from public.issues m join public.issue_tables it on it.issue_id = m.id join public.tables t on t.id = it.table_id
    where m.id = i.id or m.merged_into_id = i.id) as table_codes
from public.issues i join public.areas a on a.id = i.area_id
where i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null;

-- What partners crawl. The cursors of PostGraphile need keys, and connections are asked for by name.
create view peer.published as
select w.id, w.slug, w.title, w.starts_on, w.ends_on, w.venue, w.participant_count, w.issue_count,
  (select coalesce(sum(t.dots), 0)::int from public.rounds r join public.channel_totals t on t.round_id = r.id
    where r.workshop_id = w.id and r.state = 'CLOSED') as dot_count
from peer.workshops w join public.workshops p on p.id = w.id
where p.published_at is not null;

create view peer.statements as
select s.id, s.workshop_id, s.position, s.title from public.statements s where s.withdrawn_at is null;

create view peer.ideas as
select i.id, i.workshop_id, i.statement_id, i.horizon::text as horizon, i.text, s.display_name as author_name,
  array_remove(array[t.code], null) as table_codes
from public.ideas i left join public.seats s on s.id = i.author_seat_id left join public.tables t on t.id = i.table_id
where i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null;

create view peer.critiques as
select c.id, c.idea_id, c.parent_id, c.kind::text as kind, c.created_at, t.code as table_code,
  case when c.name_hidden_at is null then s.display_name end as author_name,
  case when c.withdrawn_at is null and c.hidden_at is null then c.text end as text
from public.critiques c left join public.seats s on s.id = c.author_seat_id left join public.tables t on t.id = c.table_id;

comment on view peer.statements is E'@primaryKey id\n@foreignKey (workshop_id) references workshops (id)|@foreignFieldName statements';
comment on view peer.ideas is E'@primaryKey id\n@foreignKey (workshop_id) references workshops (id)|@foreignFieldName ideas';
comment on view peer.critiques is E'@primaryKey id\n@foreignKey (idea_id) references ideas (id)|@foreignFieldName critiques';
comment on view peer.published is E'@primaryKey id\n@unique slug\n@name published\n@behavior +connection';
comment on view peer.issues is E'@primaryKey id\n@foreignKey (workshop_id) references published (id)|@foreignFieldName issues|@behavior +connection\n@behavior +connection';
comment on view peer.workshops is E'@primaryKey id\n@unique slug';
comment on view peer.rounds is '@primaryKey id';
comment on view peer.result_rows is E'@primaryKey round_id,option_id\n@foreignKey (round_id) references rounds (id)|@foreignFieldName rows';
comment on view peer.channel_dots is E'@primaryKey round_id,option_id,channel\n@foreignKey (round_id, option_id) references result_rows (round_id, option_id)|@foreignFieldName byChannel';
comment on view peer.channel_totals is E'@primaryKey round_id,channel\n@foreignKey (round_id) references rounds (id)|@foreignFieldName channels';

-- A mutation of PostGraphile is a function in a schema that it serves: these call the product's, with a seal that Postgres
-- makes by itself and that keeps nothing secret.
create function peer.cast_dot(workshop_id uuid, seat_id uuid, option_id uuid, out outcome text, out remaining integer, out allowance integer)
language sql volatile as $$
  select d.* from public.options o join public.rounds r on r.id = o.round_id,
    public.cast_dot($1, $2, r.id, r.roll_version, o.votable, sha256(uuid_send($2)), decode(md5($2::text || $3::text), 'hex'), 'OWN_DEVICE') d
  where o.id = $3 $$;
create function peer.withdraw_dot(workshop_id uuid, seat_id uuid, option_id uuid, out outcome text, out remaining integer, out allowance integer)
language sql volatile as $$
  select d.* from public.options o,
    public.withdraw_dot($1, $2, o.round_id, sha256(uuid_send($2)), decode(md5($2::text || $3::text), 'hex')) d
  where o.id = $3 $$;
