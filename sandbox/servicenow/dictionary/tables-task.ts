import type { TableDeclarations } from './declaration.ts';

/** task and the ITSM classes below it. Columns after the recorded answers of the Table API and the column dictionary (see README). */
export const TASK_TABLES: TableDeclarations = {
  task: {
    label: 'Task',
    prefix: 'TASK',
    display: 'number',
    separated: true,
    columns: `number:string(40); short_description:string(160); description:string(4000); state:number=1; active:boolean=true;
      priority:number=4; impact:number=3; urgency:number=3; parent:ref>task; sys_class_name:class(80) "Task type"; assigned_to:ref>sys_user;
      assignment_group:ref>sys_user_group; opened_at:datetime "Opened"; opened_by:ref>sys_user; closed_at:datetime "Closed"; closed_by:ref>sys_user;
      company:ref>core_company; location:ref>cmn_location; cmdb_ci:ref>cmdb_ci "Configuration item"; business_service:ref>cmdb_ci "Service";
      service_offering:ref>cmdb_ci; contact_type:choice(40) "Channel"; contract:string; comments:journal(4000) "Additional comments";
      work_notes:journal(4000); comments_and_work_notes:journals(4000); close_notes:string(4000) "Close notes"; correlation_id:string(100);
      correlation_display:string(100); activity_due:due; sla_due:due "SLA due"; due_date:datetime; expected_start:datetime; follow_up:datetime;
      work_start:datetime; work_end:datetime; approval:choice(40)=not requested; approval_history:string(4000); approval_set:datetime;
      additional_assignee_list:list>sys_user; watch_list:list>sys_user; work_notes_list:list>sys_user; group_list:list>sys_user_group;
      business_duration:duration; calendar_duration:duration "Duration"; time_worked:duration; escalation:number=0; knowledge:boolean=false;
      made_sla:boolean=true "Made SLA"; order:integer; reassignment_count:integer=0; rejection_goto:ref>task; delivery_plan:string; delivery_task:string;
      skills:string; universal_request:ref>task; upon_approval:choice(40)=proceed; upon_reject:choice(40)=cancel; user_input:string(4000);
      wf_activity:string; route_reason:integer; task_effective_number:string(40) "Effective number"`,
  },
  incident: {
    label: 'Incident',
    parent: 'task',
    prefix: 'INC',
    separated: true,
    columns: `caller_id:ref>sys_user "Caller"; category:choice(40)=inquiry; subcategory:choice(40); incident_state:number=1; severity:number=3;
      priority:number=5; hold_reason:number "On hold reason"; close_code:choice(40) "Resolution code"; close_notes:string(4000) "Resolution notes";
      problem_id:ref>problem "Problem"; rfc:ref>change_request "Change Request"; caused_by:ref>change_request "Caused by Change";
      parent_incident:ref>incident; child_incidents:integer=0; reopen_count:integer=0; reopened_by:ref>sys_user; reopened_time:datetime;
      resolved_by:ref>sys_user; resolved_at:datetime "Resolved"; business_stc:integer "Business resolve time"; calendar_stc:integer "Resolve time";
      notify:number=1; origin_table:string; origin_id:document`,
  },
  /** The number's prefix, the column of the incident and the states (those of task) are from memory. */
  incident_task: {
    label: 'Incident Task',
    parent: 'task',
    prefix: 'TASK',
    separated: true,
    columns: 'incident:ref>incident',
  },
  problem: {
    label: 'Problem',
    parent: 'task',
    prefix: 'PRB',
    separated: true,
    columns: `state:number=101; problem_state:number=101; category:choice(40); subcategory:choice(40); resolution_code:choice(40);
      first_reported_by_task:ref>task "First reported by"; cause_notes:string(4000); fix_notes:string(4000); workaround:string(4000);
      workaround_applied:boolean=false; workaround_communicated_at:datetime; workaround_communicated_by:ref>sys_user; fix_communicated_at:datetime;
      fix_communicated_by:ref>sys_user; fix_at:datetime; fix_by:ref>sys_user; confirmed_at:datetime; confirmed_by:ref>sys_user; known_error:boolean=false;
      primary_known_error_article:ref>kb_knowledge "Primary Known Error article";
      major_problem:boolean=false; duplicate_of:ref>problem; related_incidents:integer=0; resolved_at:datetime "Resolved"; resolved_by:ref>sys_user;
      reopen_count:integer=0; review_outcome:string; rfc:ref>change_request "Change request"`,
  },
  problem_task: {
    label: 'Problem Task',
    parent: 'task',
    prefix: 'PTASK',
    separated: true,
    columns: `state:number=151; problem:ref>problem; problem_task_type:choice(40)=general; close_code:choice(40); cause_notes:string(4000);
      fix_notes:string(4000); workaround:string(4000)`,
  },
  change_request: {
    label: 'Change Request',
    parent: 'task',
    prefix: 'CHG',
    separated: true,
    columns: `state:number=-5; type:choice(40)=normal; category:choice(40)=Other; risk:number=3; scope:number=3; phase:choice(40)=requested;
      phase_state:choice(40)=open; reason:string(40); justification:string(4000); implementation_plan:string(4000); backout_plan:string(4000);
      test_plan:string(4000); change_plan:string(4000); requested_by:ref>sys_user; requested_by_date:datetime; start_date:datetime "Planned start date";
      end_date:datetime "Planned end date"; close_code:choice(40); on_hold:boolean=false; on_hold_reason:string(4000); on_hold_task:string(4000);
      std_change_producer_version:ref>std_change_producer_version; chg_model:string; production_system:boolean=false; cab_required:boolean=false;
      cab_date:date "CAB date"; cab_delegate:ref>sys_user; cab_recommendation:string(4000); conflict_status:choice(40)=Not Run; conflict_last_run:datetime;
      outside_maintenance_schedule:boolean=false; review_status:integer; review_date:date; review_comments:string(4000);
      risk_impact_analysis:string(4000); risk_value:string; unauthorized:boolean=false; is_bulk:boolean=false; proposed_change:string;
      ci_class:string=cmdb_ci`,
  },
  change_task: {
    label: 'Change Task',
    parent: 'task',
    prefix: 'CTASK',
    separated: true,
    columns: `state:number=-5; change_request:ref>change_request; change_task_type:choice(40)=implementation; planned_start_date:datetime;
      planned_end_date:datetime; on_hold:boolean=false; on_hold_reason:string(4000); close_code:choice(40)`,
  },
};
