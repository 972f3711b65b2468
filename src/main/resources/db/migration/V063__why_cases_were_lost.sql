-- The reason as a word of its own, beside what was said: lost cases are counted by it.
alter table sales.sales_cases add column lost_reason text;

update sales.sales_cases
   set lost_reason = case split_part(close_reason, '：', 1)
           when '价格' then 'PRICE' when '户型' then 'LAYOUT' when '地段' then 'LOCATION' when '选择竞品' then 'RIVAL'
           when '资金' then 'FUNDING' when '联系不上' then 'UNREACHABLE' else 'OTHER' end
 where state = 'LOST';

alter table sales.sales_cases add check ((state = 'LOST') = (lost_reason is not null)),
    add check (lost_reason in ('PRICE', 'LAYOUT', 'LOCATION', 'RIVAL', 'FUNDING', 'UNREACHABLE', 'OTHER'));

create index visits_of_project on sales.visits (project_id, visited_at);
