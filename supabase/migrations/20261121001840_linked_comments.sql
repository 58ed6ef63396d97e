-- A link to a comment looks it up by its id. Where posts have few comments as a rule, looking through those of the post
-- seems as cheap, and in a long thread it is not.
do $$
declare
  page text;
  changed text;
begin
  foreach page in array array['post_page(uuid, uuid, uuid, uuid[], boolean, integer)',
                              'shared_post(uuid, uuid, uuid, uuid[], boolean, integer)'] loop
    changed := replace(replace(pg_catalog.pg_get_functiondef(('public.' || page)::regprocedure),
      'c.post_id = p_post and c.id = p_comment', 'c.id = p_comment and (c.post_id = p_post) is true'),
      'c.post_id = s.post_id and c.id = p_comment', 'c.id = p_comment and (c.post_id = s.post_id) is true');
    if position(') is true' in changed) = 0 then raise exception '% looks for its comment in another way', page; end if;
    execute changed;
  end loop;
end $$;
