import type { TableDeclarations } from './declaration.ts';

/** Customer service and service catalog: case, case task, request, requested item, catalog task. */
export const SERVICE_TABLES: TableDeclarations = {
  sn_customerservice_case: {
    label: 'Case',
    parent: 'task',
    prefix: 'CS',
    separated: true,
    columns: `account:ref>customer_account; contact:ref>customer_contact; consumer:ref>csm_consumer; partner:ref>customer_account;
      partner_contact:ref>customer_contact; case:string(300); category:number=1; subcategory:number; priority:number=4; impact:number=3; urgency:number=3;
      product:ref>cmdb_model; asset:string; entitlement:string; notify:number=1; resolution_code:choice(40) "Resolution code"; cause:string(4000);
      close_notes:string(4000) "Resolution notes"; notes_to_comments:boolean=false; resolved_by:ref>sys_user; resolved_at:datetime "Resolved";
      support_manager:ref>sys_user; major_case_state:choice(40); probable_cause:string(4000); business_impact:string(4000); recipient_list:string;
      child_case_creation_progress:boolean=false; auto_created_case:boolean=false; sync_driver:boolean=false; case_report:string;
      active_escalation:string; active_account_escalation:string; needs_attention:boolean=false; first_response_time:datetime;
      follow_the_sun:boolean=false; contact_local_time:string(70); contact_time_zone:string(40); incident:ref>incident; problem:ref>problem;
      change:ref>change_request "Change Request"; caused_by:ref>change_request "Caused by Change"; sn_app_cs_social_social_profile:string;
      variables:string(40); variable_pool:string; hierarchical_variables:string`,
  },
  sn_customerservice_task: {
    label: 'Case Task',
    parent: 'task',
    prefix: 'CSTASK',
    separated: true,
    columns: 'account:ref>customer_account; contact:ref>customer_contact; consumer:ref>csm_consumer',
  },
  sc_request: {
    label: 'Request',
    parent: 'task',
    prefix: 'REQ',
    separated: true,
    columns: `request_state:choice(40)=requested; requested_for:ref>sys_user; requested_date:datetime; stage:choice(40)=requested; price:decimal;
      special_instructions:string(4000); delivery_address:string(4000)`,
  },
  sc_req_item: {
    label: 'Requested Item',
    parent: 'task',
    prefix: 'RITM',
    separated: true,
    columns: `request:ref>sc_request; cat_item:ref>sc_cat_item "Item"; requested_for:ref>sys_user; stage:choice(80)=fulfillment; quantity:integer=1;
      price:decimal; recurring_price:decimal; backordered:boolean=false; configuration_item:ref>cmdb_ci; context:string; order_guide:ref>sc_cat_item;
      estimated_delivery:datetime`,
  },
  sc_task: {
    label: 'Catalog Task',
    parent: 'task',
    prefix: 'SCTASK',
    separated: true,
    columns:
      'request:ref>sc_request; request_item:ref>sc_req_item; requested_for:ref>sys_user; sc_catalog:string',
  },
  sc_cat_item: {
    label: 'Catalog Item',
    display: 'name',
    columns: `name:string(100); short_description:string(200); description:string(4000); active:boolean=true; price:decimal; category:string;
      delivery_time:duration; sys_class_name:class(80) "Type"; order:integer; template:string(4000)`,
  },
  std_change_record_producer: {
    label: 'Standard Change Template',
    parent: 'sc_cat_item',
    // That the values of a template stand in sys_template, which the producer refers to, is from memory; the facts do not say.
    columns: `two_step:boolean=true; std_change_proposal:string; current_version:ref>std_change_producer_version;
      template:ref>sys_template "Template"`,
  },
  /** What a change made from a template refers to (recorded answers of the Change API: shown as the name and the version). */
  std_change_producer_version: {
    label: 'Standard Change Template Version',
    display: 'name',
    columns:
      'name:string(200); std_change_producer:ref>std_change_record_producer; version:integer=1; std_change_proposal:string',
  },
  sys_template: {
    label: 'Template',
    display: 'name',
    columns:
      'name:string(100); table:string(80); template:string(4000); short_description:string(200); active:boolean=true; global:boolean=true',
  },
  /** Articles, and which tasks they are about: a problem's known error is one (both tables from memory, shortened). */
  kb_knowledge: {
    label: 'Knowledge',
    prefix: 'KB',
    display: 'number',
    columns:
      'number:string(40); short_description:string(100); text:string(65000) "Article body"; workflow_state:choice(40)=draft; source:ref>task "Source task"',
  },
  m2m_kb_task: {
    label: 'Knowledge applied to Task',
    columns: 'kb_knowledge:ref>kb_knowledge "Knowledge"; task:ref>task',
  },
  /** A table of the provider's own making, as administrators add them: for `casegraph import`. Admins only, since no rule names it. */
  u_warranty: {
    label: 'Warranty',
    display: 'u_name',
    separated: true,
    columns: `u_name:string(100) "Name"; u_account:ref>customer_account "Customer"; u_level:choice(40) "Level"; u_valid_until:date "Valid until";
      u_premium:decimal "Premium"; u_approved:boolean "Approved"; u_terms:string(4000) "Terms"; u_watchers:list>sys_user "Watchers"; u_notes:journal "Notes"`,
  },
};
