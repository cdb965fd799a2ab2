/** What every overview shows of an agreement. */
const AT_A_GLANCE = `station { name }
      agreement { startsOn endsOn operator { shortName name } }
      isInForce
      timeProgressPercent
      indicators {
        measures
        onTime
        onTimePercent
        weakest { indicator { name } measure { name unit } completed target percent }
      }
      staffing { through personMonths required percent }
      execution { spent fee percent }
      lastAssessment { kind grade total }
      assessmentsAhead { kind expectedOn isLate }`;

export const OPERATOR_OVERVIEW = `query OperatorOverview {
  operatorOverview(first: 100) {
    totalCount
    nodes {
      ${AT_A_GLANCE}
      funding { received spent balance overdue }
    }
  }
}`;

export const PURCHASER_OVERVIEW = `query PurchaserOverview {
  purchaserOverview(first: 100) {
    totalCount
    nodes {
      ${AT_A_GLANCE}
      funding { overdue instalments { condition due received released releasedOn } }
      fiscalYear { fiscalYear budget paid executionPercent recall { short atRisk state } }
    }
  }
}`;

export const DISTRICT_OVERVIEW = `query DistrictOverview {
  districtOverview {
    on
    stations(first: 100) {
      totalCount
      nodes {
      ${AT_A_GLANCE}
      }
    }
  }
}`;

export const CITY_OVERVIEW = `query CityOverview {
  districtOverview {
    on
    districts {
      district { name }
      stations
      inForce
      indicators {
        measures
        onTime
        onTimePercent
        weakest { indicator { name } measure { name unit } completed target percent }
      }
      staffing { through personMonths required percent }
      execution { spent fee percent }
      grades { grade stations }
    }
  }
}`;
