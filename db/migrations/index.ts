import * as control01 from './control/20261123T0500_create_control.ts'
import * as control02 from './control/20261127T0830_add_facts_and_roles.ts'
import * as control03 from './control/20261127T0840_add_account_safety.ts'
import * as control04 from './control/20261127T1200_demand_second_factor.ts'
import * as control05 from './control/20261127T1210_tell_what_became_of_notices.ts'
import * as control06 from './control/20261127T1220_create_calendar.ts'
import * as control07 from './control/20261127T1240_add_digests.ts'
import * as control08 from './control/20261127T1310_tell_several_people.ts'
import * as control09 from './control/20261127T2300_create_region_setup.ts'
import * as control10 from './control/20261128T0100_mute_tenant.ts'
import * as control11 from './control/20261128T0500_sign_in_by_provider.ts'
import * as control12 from './control/20261128T0700_create_region_vital.ts'
import * as control13 from './control/20261128T0710_create_region_archive.ts'
import * as control14 from './control/20261128T0811_serve_own_hosts.ts'
import * as national01 from './national/20261123T0500_create_region.ts'
import * as national02 from './national/20261127T0910_create_figure.ts'
import * as national03 from './national/20261127T1321_count_ended.ts'
import * as national04 from './national/20261127T1350_count_ratings.ts'
import * as national05 from './national/20261127T1421_count_merged.ts'
import * as tenant01 from './tenant/20261123T0500_create_region_and_staff.ts'
import * as tenant02 from './tenant/20261123T0510_create_appeal.ts'
import * as tenant03 from './tenant/20261127T0830_create_hall_and_category.ts'
import * as tenant04 from './tenant/20261127T0840_add_account_safety.ts'
import * as tenant05 from './tenant/20261127T0850_create_attachment.ts'
import * as tenant06 from './tenant/20261127T0900_add_admin_change.ts'
import * as tenant07 from './tenant/20261127T0900_create_draft.ts'
import * as tenant08 from './tenant/20261127T0910_give_appeal_its_desk.ts'
import * as tenant09 from './tenant/20261127T1140_create_settings_mark.ts'
import * as tenant10 from './tenant/20261127T1200_demand_second_factor.ts'
import * as tenant11 from './tenant/20261127T1210_tell_what_became_of_notices.ts'
import * as tenant12 from './tenant/20261127T1220_create_calendar_change.ts'
import * as tenant13 from './tenant/20261127T1230_create_letter.ts'
import * as tenant14 from './tenant/20261127T1240_judge_and_erase_files.ts'
import * as tenant15 from './tenant/20261127T1250_split_appeal.ts'
import * as tenant16 from './tenant/20261127T1300_register_by_staff.ts'
import * as tenant17 from './tenant/20261127T1301_create_cure.ts'
import * as tenant18 from './tenant/20261127T1310_tell_several_people.ts'
import * as tenant19 from './tenant/20261127T1311_create_cosigner.ts'
import * as tenant20 from './tenant/20261127T1312_relate_appeals.ts'
import * as tenant21 from './tenant/20261127T1320_create_act.ts'
import * as tenant22 from './tenant/20261127T1330_create_routing.ts'
import * as tenant23 from './tenant/20261127T1340_index_worklist.ts'
import * as tenant24 from './tenant/20261127T1341_create_saved_view.ts'
import * as tenant25 from './tenant/20261127T1351_rate_answers.ts'
import * as tenant26 from './tenant/20261127T1352_import_registers.ts'
import * as tenant27 from './tenant/20261127T1400_create_translation_request.ts'
import * as tenant28 from './tenant/20261127T1410_name_signature_of_answer.ts'
import * as tenant29 from './tenant/20261127T1420_count_people_of_notice.ts'
import * as tenant30 from './tenant/20261127T2200_close_by_status.ts'
import * as tenant31 from './tenant/20261127T2301_launch_region.ts'
import * as tenant32 from './tenant/20261128T0200_brand_region.ts'
import * as tenant33 from './tenant/20261128T0201_version_wording.ts'
import * as tenant34 from './tenant/20261128T0300_create_district.ts'
import * as tenant35 from './tenant/20261128T0301_keep_pack.ts'
import * as tenant36 from './tenant/20261128T0400_place_appeal_in_district.ts'
import * as tenant37 from './tenant/20261128T0500_sign_in_by_provider.ts'
import * as tenant38 from './tenant/20261128T0600_create_role_permission.ts'
import * as tenant39 from './tenant/20261128T0711_create_takeout.ts'
import * as tenant40 from './tenant/20261128T0800_keep_and_hold.ts'
import * as tenant41 from './tenant/20261128T0810_create_own_host.ts'
import * as tenant42 from './tenant/20261128T0900_create_visit.ts'

/** A forward-only step: statements that run one message each, all steps of one schema in one transaction. */
export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

/** Every migration in the order it runs. The list is written out so that a build carries it and a reader sees it. */
export const migrations = {
  control: [
    { name: '20261123T0500_create_control', ...control01 },
    { name: '20261127T0830_add_facts_and_roles', ...control02 },
    { name: '20261127T0840_add_account_safety', ...control03 },
    { name: '20261127T1200_demand_second_factor', ...control04 },
    { name: '20261127T1210_tell_what_became_of_notices', ...control05 },
    { name: '20261127T1220_create_calendar', ...control06 },
    { name: '20261127T1240_add_digests', ...control07 },
    { name: '20261127T1310_tell_several_people', ...control08 },
    { name: '20261127T2300_create_region_setup', ...control09 },
    { name: '20261128T0100_mute_tenant', ...control10 },
    { name: '20261128T0500_sign_in_by_provider', ...control11 },
    { name: '20261128T0700_create_region_vital', ...control12 },
    { name: '20261128T0710_create_region_archive', ...control13 },
    { name: '20261128T0811_serve_own_hosts', ...control14 },
  ],
  national: [
    { name: '20261123T0500_create_region', ...national01 },
    { name: '20261127T0910_create_figure', ...national02 },
    { name: '20261127T1321_count_ended', ...national03 },
    { name: '20261127T1350_count_ratings', ...national04 },
    { name: '20261127T1421_count_merged', ...national05 },
  ],
  tenant: [
    { name: '20261123T0500_create_region_and_staff', ...tenant01 },
    { name: '20261123T0510_create_appeal', ...tenant02 },
    { name: '20261127T0830_create_hall_and_category', ...tenant03 },
    { name: '20261127T0840_add_account_safety', ...tenant04 },
    { name: '20261127T0850_create_attachment', ...tenant05 },
    { name: '20261127T0900_add_admin_change', ...tenant06 },
    { name: '20261127T0900_create_draft', ...tenant07 },
    { name: '20261127T0910_give_appeal_its_desk', ...tenant08 },
    { name: '20261127T1140_create_settings_mark', ...tenant09 },
    { name: '20261127T1200_demand_second_factor', ...tenant10 },
    { name: '20261127T1210_tell_what_became_of_notices', ...tenant11 },
    { name: '20261127T1220_create_calendar_change', ...tenant12 },
    { name: '20261127T1230_create_letter', ...tenant13 },
    { name: '20261127T1240_judge_and_erase_files', ...tenant14 },
    { name: '20261127T1250_split_appeal', ...tenant15 },
    { name: '20261127T1300_register_by_staff', ...tenant16 },
    { name: '20261127T1301_create_cure', ...tenant17 },
    { name: '20261127T1310_tell_several_people', ...tenant18 },
    { name: '20261127T1311_create_cosigner', ...tenant19 },
    { name: '20261127T1312_relate_appeals', ...tenant20 },
    { name: '20261127T1320_create_act', ...tenant21 },
    { name: '20261127T1330_create_routing', ...tenant22 },
    { name: '20261127T1340_index_worklist', ...tenant23 },
    { name: '20261127T1341_create_saved_view', ...tenant24 },
    { name: '20261127T1351_rate_answers', ...tenant25 },
    { name: '20261127T1352_import_registers', ...tenant26 },
    { name: '20261127T1400_create_translation_request', ...tenant27 },
    { name: '20261127T1410_name_signature_of_answer', ...tenant28 },
    { name: '20261127T1420_count_people_of_notice', ...tenant29 },
    { name: '20261127T2200_close_by_status', ...tenant30 },
    { name: '20261127T2301_launch_region', ...tenant31 },
    { name: '20261128T0200_brand_region', ...tenant32 },
    { name: '20261128T0201_version_wording', ...tenant33 },
    { name: '20261128T0300_create_district', ...tenant34 },
    { name: '20261128T0301_keep_pack', ...tenant35 },
    { name: '20261128T0400_place_appeal_in_district', ...tenant36 },
    { name: '20261128T0500_sign_in_by_provider', ...tenant37 },
    { name: '20261128T0600_create_role_permission', ...tenant38 },
    { name: '20261128T0711_create_takeout', ...tenant39 },
    { name: '20261128T0800_keep_and_hold', ...tenant40 },
    { name: '20261128T0810_create_own_host', ...tenant41 },
    { name: '20261128T0900_create_visit', ...tenant42 },
  ],
} as const satisfies Record<string, readonly Migration[]>
