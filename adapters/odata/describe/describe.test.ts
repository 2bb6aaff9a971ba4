import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Call, GraphNames, SendResponse } from '../../../src/contract/index.ts';
import { createODataAdapter } from '../index.ts';
import { parseXml } from './xml.ts';

const BILLING = readFileSync(new URL('../fixtures/billing/metadata.xml', import.meta.url), 'utf8');

/** OData 2 as SAP services write it: labels as attributes, associations instead of constraints. Made up for this test. */
const ORDERS = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:sap="http://www.sap.com/Protocols/SAPData">
 <edmx:DataServices><Schema Namespace="SO" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
  <EntityType Name="Order" sap:label="Sales &quot;order&quot;"><Key><PropertyRef Name="Id"/></Key>
   <Property Name="Id" Type="Edm.Int32" Nullable="false"/>
   <Property Name="Buyer" Type="Edm.Guid" sap:label="Buyer &amp; payer" sap:quickinfo="Who pays"/>
   <Property Name="Due" Type="Edm.DateTime" sap:display-format="Date"/>
   <Property Name="Made" Type="Edm.DateTime"/>
   <Property Name="Total" Type="Edm.Decimal" sap:filterable="false" sap:sortable="false"/>
   <Property Name="Blob" Type="Edm.Binary"/>
   <Property Name="To" Type="SO.Address"/>
   <NavigationProperty Name="ToBuyer" Relationship="SO.OrderBuyer" FromRole="order" ToRole="buyer"/></EntityType>
  <EntityType Name="Partner"><Key><PropertyRef Name="Guid"/></Key><Property Name="Guid" Type="Edm.Guid" Nullable="false"/></EntityType>
  <EntityType Name="Line"><Key><PropertyRef Name="Id"/><PropertyRef Name="No"/></Key><Property Name="Id" Type="Edm.Int32"/><Property Name="No" Type="Edm.Int32"/></EntityType>
  <ComplexType Name="Address"><Property Name="City" Type="Edm.String"/></ComplexType>
  <Association Name="OrderBuyer"><End Type="SO.Order" Multiplicity="*" Role="order"/><End Type="SO.Partner" Multiplicity="1" Role="buyer"/>
   <ReferentialConstraint><Principal Role="buyer"><PropertyRef Name="Guid"/></Principal><Dependent Role="order"><PropertyRef Name="Buyer"/></Dependent></ReferentialConstraint></Association>
  <EntityContainer Name="C"><EntitySet Name="Orders" EntityType="SO.Order"/><EntitySet Name="Partners" EntityType="SO.Partner"/><EntitySet Name="Lines" EntityType="SO.Line"/>
   <AssociationSet Name="S" Association="SO.OrderBuyer"><End EntitySet="Orders" Role="order"/><End EntitySet="Partners" Role="buyer"/></AssociationSet></EntityContainer>
 </Schema></edmx:DataServices></edmx:Edmx>`;

function answering(text: string): Call {
  const answer = {
    status: 200,
    headers: {},
    json: undefined,
    text,
    instance: 'http://erp',
  } satisfies SendResponse;
  return { send: () => Promise.resolve(answer), signal: new AbortController().signal, now: () => 0 };
}

const NAMES: GraphNames = {
  column: (upstream) => upstream.toLowerCase().replace('/', '_'),
  relation: (upstream) => (upstream === 'Buyer' ? 'payer' : undefined),
};

const describeSet = (set: string, text: string) => createODataAdapter().describe!(set, answering(text));

it('reads an entity set of OData 4', async () => {
  const found = await describeSet('Invoices', BILLING);
  expect(found).toMatchObject({ object: 'Invoices', rowName: 'Invoice', key: 'InvoiceID', children: [] });
  const customer = found.columns.find(({ upstream }) => upstream === 'CustomerID');
  expect(customer).toMatchObject({
    type: 'id',
    native: 'Edm.Guid',
    references: [{ object: 'Customers', column: 'CustomerID', relation: 'Customer' }],
  });
  expect(found.options?.(NAMES)).toEqual({
    types: { customerid: 'Edm.Guid' },
    required: ['quantity', 'createdat'],
  });
  expect((await describeSet('Customers', BILLING)).children).toEqual([
    { object: 'Invoices', column: 'CustomerID', to: 'CustomerID' },
  ]);
});

it('reads an entity set of OData 2, with labels, complex properties and associations', async () => {
  const found = await describeSet('Orders', ORDERS);
  expect(found.label).toBe('Sales "order"');
  expect(found.columns.map(({ upstream, type }) => `${upstream} ${type}`)).toEqual([
    'Id id',
    'Buyer id',
    'Due date',
    'Made datetime',
    'Total decimal',
    'To/City string',
  ]);
  expect(found.columns[1]).toMatchObject({
    label: 'Buyer & payer',
    help: 'Who pays',
    references: [{ object: 'Partners', column: 'Guid', relation: 'ToBuyer' }],
  });
  expect(found.columns[4]).toMatchObject({ filterable: false, sortable: false });
  expect(found.left).toEqual(['Blob']);
  expect(found.options?.(NAMES)).toEqual({
    version: 2,
    keyType: 'Edm.Int32',
    types: { buyer: 'Edm.Guid' },
    navigation: { payer: 'ToBuyer' },
  });
});

it.each([
  ['Orderz', ORDERS, /no entity set "Orderz"/],
  ['Lines', ORDERS, /key of 2 properties \(Id, No\)/],
  ['Orders', '<html><body>Log in</body></html>', /no OData answer/],
  ['Orders', ORDERS.slice(0, 900), /no OData answer/],
  ['Orders', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${ORDERS}`, /no OData answer/],
])('%s of %.20s is refused', async (set, text, message) => {
  await expect(describeSet(set, text)).rejects.toThrow(message);
});

it('takes no nesting without end and no entity it does not know', () => {
  expect(parseXml('<a>'.repeat(100_000))).toBeNull();
  expect(parseXml('<a b="&x;&#65;&#x42;&lt;">&unknown;</a>')?.attributes.get('b')).toBe('&x;AB<');
  expect(parseXml('<a><b></a></b>')).toBeNull();
  expect(parseXml('<a/><b/>')).toBeNull();
  expect(parseXml(`<a ${'x="1" '.repeat(20_000)}`)).toBeNull();
});
