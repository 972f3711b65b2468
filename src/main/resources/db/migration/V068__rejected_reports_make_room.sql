-- A rejected report is over; its period may be reported on again, by somebody who asks for it.
alter table sales.sales_reports
    add column rejected   boolean not null default false,
    add column figures_at timestamptz,
    add check (not rejected or submitted_version is not null);

update sales.sales_reports report
   set rejected = true
  from sales.document_versions version
 where version.id = report.submitted_version and version.state = 'REJECTED';

alter table sales.sales_reports drop constraint sales_reports_project_id_kind_from_day_key;
create unique index one_report_a_site_and_period on sales.sales_reports (project_id, kind, from_day)
    where not rejected;
