import type { TableDeclarations } from './declaration.ts';

/**
 * The form and list designer (facts 9). Names of references that the facts do not print are from memory: `sys_ui_section` of
 * sys_ui_element, `sys_ui_form` of sys_ui_form_section, `sys_user` of a list that somebody made for himself.
 */
export const INTERFACE_TABLES: TableDeclarations = {
  sys_ui_view: {
    label: 'View',
    display: 'title',
    columns: 'name:string(80); title:string(80); hidden:boolean=false',
  },
  sys_ui_list: {
    label: 'List',
    display: 'name',
    columns:
      'name:string(80) "Table"; view:ref>sys_ui_view; parent:string(80); relationship:string(32); sys_user:ref>sys_user "User"',
  },
  sys_ui_list_element: {
    label: 'List Element',
    display: 'element',
    columns: 'list_id:ref>sys_ui_list "List"; element:string(80); position:integer',
  },
  sys_ui_form: {
    label: 'Form',
    display: 'name',
    columns: 'name:string(80) "Table"; view:ref>sys_ui_view; sys_user:ref>sys_user "User"',
  },
  sys_ui_form_section: {
    label: 'Form Section',
    display: 'sys_id',
    columns:
      'sys_ui_form:ref>sys_ui_form "Form"; sys_ui_section:ref>sys_ui_section "Section"; position:integer',
  },
  sys_ui_section: {
    label: 'Section',
    display: 'caption',
    columns:
      'name:string(80) "Table"; view:ref>sys_ui_view; caption:string(80); header:boolean=false; title:boolean=true; sys_user:ref>sys_user "User"',
  },
  sys_ui_element: {
    label: 'Section Element',
    display: 'element',
    columns:
      'sys_ui_section:ref>sys_ui_section "Section"; element:string(80); position:integer; type:string(40); sys_ui_formatter:string(32)',
  },
  sys_ui_related_list: {
    label: 'Related List',
    display: 'name',
    columns: 'name:string(80) "Table"; view:ref>sys_ui_view; sys_user:ref>sys_user "User"',
  },
  sys_ui_related_list_entry: {
    label: 'Related List Entry',
    display: 'related_list',
    columns:
      'list_id:ref>sys_ui_related_list "List"; related_list:string(80); position:integer; order_by:string(80)',
  },
};
