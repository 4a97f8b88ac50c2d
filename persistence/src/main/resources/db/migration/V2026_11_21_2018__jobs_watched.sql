-- When each job was last started by its rhythm, by Halle's clock: whichever node moves it forward starts the job.
create table job_rhythm (job text primary key, last_started_at timestamptz not null);
-- How far an execution of the batch runtime is, in items; the runtime's own tables have its state and its checkpoint.
create table job_progress (execution_id bigint not null, step text not null, position int not null, planned bigint not null, done bigint not null default 0, failed bigint not null default 0, started_at timestamptz not null, touched_at timestamptz not null, primary key (execution_id, step));
create table job_start (execution_id bigint primary key, job text not null, started_by text not null, started_at timestamptz not null);
-- An item that a job could not work on: it did not stop the others and is tried again at the next run.
create table job_item_failure (work text not null, item_id bigint not null, error text not null, times int not null default 1, first_at timestamptz not null, last_at timestamptz not null, primary key (work, item_id));
create index on job_start (job, execution_id desc);
create index jbatch_instance_name on jbatchjobinstancedata (name, jobinstanceid desc);
create index jbatch_execution_instance on jbatchexecutioninstancedata (jobinstanceid);
create index jbatch_step_execution on jbatchstepexecutioninstancedata (jobexecid);
create index jbatch_checkpoint on jbatchcheckpointdata (id);
