import type { TableDeclarations } from './declaration.ts';

const ADDRESS =
  'street:string(255); city:string(50); state:string(40) "State / Province"; zip:string(40); country:string(40)';

/** Companies, accounts, users, contacts, consumers, groups and roles. */
export const PEOPLE_TABLES: TableDeclarations = {
  core_company: {
    label: 'Company',
    display: 'name',
    separated: true,
    columns: `name:string(80); number:string(40); sys_class_name:class(80); active:boolean=true; ${ADDRESS}; phone:string(40); fax_phone:string(40);
      website:url(1024); notes:string(4000); parent:ref>core_company; primary:boolean=false; customer:boolean=false; vendor:boolean=false;
      manufacturer:boolean=false; contact:ref>sys_user; stock_symbol:string(40); stock_price:string(40); num_employees:integer; market_cap:decimal;
      profits:decimal; revenue_per_year:decimal; publicly_traded:boolean=false; fiscal_year:date; discount:string; rank_tier:choice(40);
      latitude:decimal; longitude:decimal; lat_long_error:string(1000); theme:string; vendor_type:string; vendor_manager:list>sys_user;
      banner_image:string; banner_image_light:string; banner_text:string(4000); apple_icon:string`,
  },
  customer_account: {
    label: 'Account',
    parent: 'core_company',
    prefix: 'ACCT',
    separated: true,
    columns: `account_code:string(255); account_parent:ref>customer_account; account_path:string(255); partner:boolean=false; customer:boolean=true;
      primary_contact:ref>customer_contact; registration_code:string(40); active_escalation:string; industry:string(80);
      u_salesforce_account_id:string(18) "Salesforce account ID"`,
  },
  sys_user: {
    label: 'User',
    display: 'name',
    separated: true,
    columns: `user_name:string(40) "User ID"; name:string(151); first_name:string(50); middle_name:string(50); last_name:string(50); email:email(100);
      active:boolean=true; locked_out:boolean=false; sys_class_name:class(80) "Class"; title:string(60); department:string; company:ref>core_company;
      location:ref>cmn_location; manager:ref>sys_user; phone:string(40); mobile_phone:string(40); home_phone:string(40); vip:boolean=false;
      time_zone:string(40); time_format:string(40); date_format:string(40); preferred_language:string(3); ${ADDRESS}; gender:string(40);
      employee_number:string(40); introduction:string(40); photo:string; roles:string(40); source:string(255); building:string; cost_center:string;
      schedule:string; notification:number=2; calendar_integration:number=1; web_service_access_only:boolean=false; internal_integration_user:boolean=false;
      identity_type:string(40); enable_multifactor_authn:boolean=false; failed_attempts:integer=0; last_login:date; last_login_time:datetime;
      last_login_device:string(40); user_password:password; default_perspective:string; ldap_server:string; edu_status:string(40);
      agent_status:string(40); on_schedule:string(40); geolocation_tracked:boolean=false; last_position_update:datetime; latitude:decimal;
      longitude:decimal; time_sheet_policy:string`,
  },
  customer_contact: {
    label: 'Contact',
    parent: 'sys_user',
    separated: true,
    columns: 'account:ref>customer_account',
  },
  csm_consumer_user: { label: 'Consumer User', parent: 'sys_user', separated: true, columns: '' },
  csm_consumer: {
    label: 'Consumer',
    prefix: 'CSMR',
    display: 'name',
    separated: true,
    columns: `number:string(40); name:string(152); first_name:string(50); middle_name:string(50); last_name:string(50); prefix:string(40);
      suffix:string(40); title:string(60); email:email(100); active:boolean=true; user:ref>csm_consumer_user; primary:boolean=false; gender:string(40);
      business_phone:string(40); home_phone:string(40); mobile_phone:string(40); fax:string(40); ${ADDRESS}; household:string; notes:string(4000);
      notification:number=2; photo:string; preferred_language:string(3); time_zone:string(40); time_format:string(40); date_format:string(40)`,
  },
  sys_user_group: {
    label: 'Group',
    display: 'name',
    separated: true,
    columns: `name:string(80); description:string(1000); active:boolean=true; manager:ref>sys_user; parent:ref>sys_user_group; email:email(100);
      type:string(4000); source:string(255); company:ref>core_company`,
  },
  sys_user_grmember: {
    label: 'Group Member',
    domainMaster: 'user',
    display: 'user',
    columns: 'user:ref>sys_user; group:ref>sys_user_group',
  },
  sys_user_role: {
    label: 'Role',
    display: 'name',
    columns:
      'name:string(100); description:string(1000); suffix:string(100); elevated_privilege:boolean=false; grantable:boolean=true; can_delegate:boolean=true',
  },
  sys_user_has_role: {
    label: 'User Role',
    domainMaster: 'user',
    display: 'role',
    columns:
      'user:ref>sys_user; role:ref>sys_user_role; inherited:boolean=false; state:choice(40)=active; granted_by:ref>sys_user_group',
  },
  sys_user_visibility: {
    label: 'User Visibility Domain',
    domainMaster: 'user',
    display: 'domain',
    columns: 'user:ref>sys_user; domain:ref>domain; granted_by:ref>sys_user_group',
  },
};
