import type { TableDeclarations } from './declaration.ts';

/** Domains, configuration items, lookups, journals, choices and the dictionary itself. */
export const PLATFORM_TABLES: TableDeclarations = {
  domain: {
    label: 'Domain',
    display: 'name',
    columns: `name:string(80); full_name:string(255); description:string(1000); active:boolean=true; parent:ref>domain; type:string(40);
      primary:boolean=false; default:boolean=false; sys_domain_path:string(255) "Domain Path"`,
  },
  cmn_location: {
    label: 'Location',
    display: 'name',
    columns: `name:string(100); full_name:string(255); street:string(255); city:string(40); state:string(40); zip:string(40); country:string(40);
      time_zone:string(40); phone:string(40); parent:ref>cmn_location; company:ref>core_company; latitude:decimal; longitude:decimal`,
  },
  cmdb_ci: {
    label: 'Configuration Item',
    display: 'name',
    separated: true,
    columns: `name:string(255); sys_class_name:class(80) "Class"; asset_tag:string(40); serial_number:string(255); operational_status:number=1;
      install_status:number=1; category:string(40); subcategory:string(40); short_description:string(1000); assigned_to:ref>sys_user;
      support_group:ref>sys_user_group; company:ref>core_company; location:ref>cmn_location; model_id:ref>cmdb_model; ip_address:string(255);
      environment:string(40)`,
  },
  cmdb_model: {
    label: 'Product Model',
    display: 'display_name',
    columns: `name:string(255); display_name:string(255); model_number:string(100); manufacturer:ref>core_company; short_description:string(255);
      status:string(40); cmdb_ci_class:string(80); sys_class_name:class(80)`,
  },
  sys_choice: {
    label: 'Choice',
    display: 'label',
    columns: `name:string(80) "Table"; element:string(80); value:string(200); label:string(200); sequence:integer; inactive:boolean=false;
      language:string(3)=en; dependent_value:string(40); hint:string(4000); synonyms:string(4000)`,
  },
  sys_journal_field: {
    label: 'Journal Entry',
    display: 'sys_id',
    columns: 'name:string(80); element_id:document(32); element:string(80); value:string(4000)',
  },
  /** History of tasks: one line per column and update (column names from third parties, facts 5.7). */
  sys_audit: {
    label: 'Audit',
    display: 'sys_id',
    columns: `tablename:string(80) "Table name"; fieldname:string(80) "Field name"; documentkey:document(32) "Document key"; user:string(40);
      oldvalue:string(4000) "Old value"; newvalue:string(4000) "New value"; reason:string(255); record_checkpoint:integer "Update count"`,
  },
  sys_user_preference: {
    label: 'User Preference',
    display: 'name',
    columns:
      'user:ref>sys_user; name:string(100); value:string(4000); type:string(40)=string; system:boolean=false; description:string(255)',
  },
  dl_u_priority: {
    label: 'Priority Data Lookup',
    display: 'priority',
    columns: 'order:integer; active:boolean=true; impact:number; urgency:number; priority:number',
  },
  dl_problem_priority: {
    label: 'Problem Priority Data Lookup',
    display: 'priority',
    columns: 'order:integer; active:boolean=true; impact:number; urgency:number; priority:number',
  },
  sys_db_object: {
    label: 'Table',
    display: 'label',
    platform: true,
    columns:
      'name:string(80); label:string(80); super_class:ref>sys_db_object "Extends table"; sys_scope:string; is_extendable:boolean=true',
  },
  sys_dictionary: {
    label: 'Dictionary Entry',
    display: 'element',
    platform: true,
    columns: `name:string(80) "Table"; element:string(80) "Column name"; column_label:string(80); internal_type:string(40) "Type"; reference:string(80);
      max_length:integer; default_value:string(255); choice:integer; display:boolean=false; mandatory:boolean=false; active:boolean=true`,
  },
  /** What people read beside a table (no element) and its columns, one entry per language. */
  sys_documentation: {
    label: 'Field Label',
    display: 'label',
    platform: true,
    columns: `name:string(80) "Table"; element:string(80); label:string(80); plural:string(80); help:string(4000); hint:string(1000);
      url:url(1000); language:string(3)=en`,
  },
};
