/** Objects that the generated list lacks and standard lookups point to, with the fields that matter. */

export interface ObjectSpec {
  readonly keyPrefix: string | null;
  /** Words as field-spec.ts reads them, separated by spaces. */
  readonly fields: string;
  /** `Relationship:Child.Field`, separated by spaces. */
  readonly children: string;
}

const AUDIT =
  'CreatedDate:datetime CreatedById:reference(User,CreatedBy) LastModifiedDate:datetime ' +
  'LastModifiedById:reference(User,LastModifiedBy) SystemModstamp:datetime';

export const FURTHER_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  Campaign: {
    keyPrefix: '701',
    fields:
      'Id:id IsDeleted:boolean Name:string(80) ParentId:reference(Campaign,Parent)? Type:picklist(255)? ' +
      'Status:picklist(255)? StartDate:date? EndDate:date? ExpectedRevenue:currency(18,0)? ' +
      'BudgetedCost:currency(18,0)? ActualCost:currency(18,0)? ExpectedResponse:percent(8,2)? ' +
      'NumberSent:double(18,0)? IsActive:boolean Description:textarea(32000)? NumberOfLeads:int ' +
      'NumberOfContacts:int NumberOfResponses:int NumberOfOpportunities:int NumberOfWonOpportunities:int ' +
      'AmountAllOpportunities:currency(18,0) AmountWonOpportunities:currency(18,0) ' +
      `OwnerId:reference(User,Owner) ${AUDIT} LastActivityDate:date? LastViewedDate:datetime? ` +
      'LastReferencedDate:datetime?',
    children: 'ChildCampaigns:Campaign.ParentId Opportunities:Opportunity.CampaignId Tasks:Task.WhatId',
  },
  /** An object of the org's own making, as administrators add them: for `casegraph import`. It has no records until somebody makes one. */
  Service_Plan__c: {
    keyPrefix: 'a0P',
    fields:
      'Id:id IsDeleted:boolean Name:string(80) Account__c:reference(Account,Account__r)? ' +
      'Amount_EUR__c:currency(18,2)? Level__c:picklist(255)? Covers__c:multipicklist(4099)? ' +
      `Starts_On__c:date? Terms__c:textarea(32000)? OwnerId:reference(User|Group,Owner) ${AUDIT}`,
    children: '',
  },
  RecordType: {
    keyPrefix: '012',
    fields:
      'Id:id Name:string(80) DeveloperName:string(80) NamespacePrefix:string(15)? ' +
      `Description:string(255)? SobjectType:picklist(40) IsActive:boolean ${AUDIT}`,
    children: '',
  },
  Profile: {
    keyPrefix: '00e',
    fields: `Id:id Name:string(255) UserType:picklist(40) Description:string(255)? ${AUDIT}`,
    children: 'Users:User.ProfileId',
  },
  UserRole: {
    keyPrefix: '00E',
    fields:
      'Id:id Name:string(80) ParentRoleId:reference(UserRole,)? RollupDescription:string(80)? ' +
      `DeveloperName:string(80) ${AUDIT}`,
    children: 'Users:User.UserRoleId',
  },
  Group: {
    keyPrefix: '00G',
    fields:
      'Id:id Name:string(40) DeveloperName:string(80)? Type:picklist(40) Email:email(255)? ' +
      `OwnerId:reference(User,Owner)? ${AUDIT}`,
    children: '',
  },
  BusinessHours: {
    keyPrefix: '01m',
    fields: `Id:id Name:string(80) IsActive:boolean IsDefault:boolean TimeZoneSidKey:picklist(40) ${AUDIT}`,
    children: '',
  },
  /** What a lookup to more than one object looks like: the fields people, groups and things have in common. */
  Name: {
    keyPrefix: null,
    fields:
      'Id:id Name:string(255)? LastName:string(80)? FirstName:string(40)? Type:picklist(40)? ' +
      'Title:string(80)? Email:email(80)? Phone:phone(40)? Alias:string(8)? Username:string(80)? ' +
      'ProfileId:reference(Profile,Profile)? UserRoleId:reference(UserRole,UserRole)? IsActive:boolean',
    children: '',
  },
};
