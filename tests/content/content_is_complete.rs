//! Promise: nothing of the evidence is lost on its way into the app, and whatever is wrong with the content is found.
//!
//! The counts and hashes were taken from the evidence pack, table by table, by a script that is no part of this
//! repository: each row becomes one line (shown below), numbers in their shortest form, and all lines are hashed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::fixtures::read;
use crate::known::knowledge;
use kneenote::knee_map::shapes;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::cause::Strength;
use kneenote::knowledge::files::{ContentError, ContentFiles, NAMES};
use kneenote::knowledge::question::{Meaning, Question};
use kneenote::knowledge::rule::{Flag, Level, Rule};
use kneenote::knowledge::validate::faults;
use kneenote::knowledge::zone::View;
use serde::Deserialize;

/// Table of the evidence, rows, hash of its lines.
#[rustfmt::skip]
const TABLES: [(&str, usize, u64); 55] = [
    ("weights pfp", 64, 0x5808_005e_1c70_a9d3),
    ("weights itbs", 68, 0x79dc_5334_a037_976b),
    ("weights meniscus", 52, 0x7ec7_08f6_a7d0_06ae),
    ("weights patellar_tendinopathy", 56, 0xe15a_9cc9_d1d7_9e24),
    ("weights quad_tendinopathy", 40, 0x753d_db8b_bc6e_6153),
    ("weights mechanics_footwear", 74, 0x0ac8_1367_7d83_f32e),
    ("weights pes_anserine", 33, 0x5052_ee9f_3344_e002),
    ("weights bursitis_front", 21, 0x0e1e_b560_ff53_f152),
    ("weights fat_pad", 21, 0xe3b7_adad_7dc0_abaf),
    ("weights plica", 25, 0x2afe_09c4_6d67_7abd),
    ("weights patellar_instability", 23, 0x2a53_3068_1b25_8ac2),
    ("weights knee_oa", 51, 0x95d5_f9d4_4aa1_3ff4),
    ("weights bone_stress", 63, 0x2f55_1918_02d9_29eb),
    ("weights osgood_schlatter", 32, 0x21a7_7373_a4e6_af29),
    ("weights slj", 32, 0x5675_ccc4_b6af_4310),
    ("weights acl_injury", 27, 0x721b_f44a_7ff6_5f2f),
    ("weights mcl_sprain", 20, 0xab3a_4aa0_f44a_df3f),
    ("weights lcl_sprain", 18, 0xbdc2_d894_b82b_e51c),
    ("weights hamstring_biceps", 28, 0xee43_125e_5a81_b595),
    ("weights popliteus", 19, 0xce9a_0e5c_ec77_c13f),
    ("weights bakers_cyst", 19, 0x3634_94e8_e349_cbb5),
    ("weights referred_hip_back", 36, 0x7c25_7545_7f5d_f0ff),
    ("weights scfe", 25, 0xc58e_1717_7726_8d90),
    ("weights ocd_loose_body", 18, 0xb796_c1eb_e00a_c508),
    ("weights gout_crystal", 35, 0x6428_2792_11ac_e2f9),
    ("weights inflammatory_arthritis", 29, 0x2b86_6e2a_f0c7_ed5f),
    ("weights septic_arthritis", 34, 0x9ded_6ae3_ffd8_cdbf),
    ("weights dvt", 24, 0xb7aa_1abb_69b7_8b43),
    ("weights fracture", 38, 0xfe8d_b555_22b1_1fec),
    ("weights tumour", 25, 0xb88e_6194_b457_1b73),
    ("weights extensor_rupture", 33, 0xa95c_570e_e377_bc28),
    ("weights knee_dislocation", 20, 0x9acd_c4dc_a8f0_8996),
    ("constants", 16, 0xc709_3178_53bf_c066),
    ("groups", 21, 0x552e_bea2_72d6_95ed),
    ("strengths", 7, 0x0d87_b10e_bd43_3ca6),
    ("priors", 32, 0x71f2_8cbe_eac7_1f46),
    ("age and sex", 32, 0x5836_c601_73db_6db2),
    ("unrolled knee", 31, 0x5b4f_4db5_29b5_96e9),
    ("zones in the views", 33, 0xc2f5_2d41_e90f_e874),
    ("danger signs", 40, 0x7ef2_9c73_29a0_6c87),
    ("flags", 20, 0x099d_bfa6_b84e_0983),
    ("rules level 1", 18, 0x30b7_117f_b8f4_0a85),
    ("rules level 2", 40, 0xe39d_4963_5e7f_df62),
    ("rules level 3", 26, 0xdfbe_f424_8553_ea77),
    ("rules level 4", 1, 0xb139_f482_9da9_5802),
    ("findings", 43, 0x8ef8_2a6f_e9a8_3e04),
    ("order of questions", 43, 0x630d_f4dd_4af6_6258),
    ("article bullets", 36, 0xafa6_f89e_c130_39aa),
    ("figures shares", 19, 0x4f7e_ccfa_e241_cd20),
    ("figures knee maps", 9, 0x4d0d_5921_aeff_274e),
    ("figures accuracy", 47, 0xd3da_93c0_3180_0a32),
    ("clusters", 9, 0xd75a_edb0_6a3d_b638),
    ("sources", 148, 0x52d4_8342_1284_464a),
    ("cards", 32, 0xdd2f_bbd8_ccbc_3748),
    ("bands and lists", 7, 0x16f4_fc44_5a0b_8bf1),
];

/// The numbers in each row of the advice of the evidence; the words were rewritten, the numbers must all be there.
const ADVICE: [(&str, &[&str]); 9] = [
    ("rest", &["3 5", "", "1 3", "", "8 20 69", "3 9.6 2.2 48.8 13 2.4 83.5", ""]),
    ("pain light", &["0 2 60 0 3 0", "3 4 5", "4 5 48"]),
    ("return steps", &["6 1 2", "5 2 2", "5 3 2", "4 5 2 48", "3 8 2", "2 12 2", "25", "30"]),
    (
        "load",
        &[
            "10",
            "532 13 10 8 20.8 20.3 0.9",
            "2025 5205 588071 18 35 10 30 10 30 1.64 1.31 2.05 30 100 1.52 1.16 2 2.28 1.5 3.48",
            "",
            "30",
            "10 30 10 1.1 30",
        ],
    ),
    (
        "exercises",
        &[
            "3 10 15 3 6",
            "3 10 3",
            "60 3 10 5 20 30",
            "3 8 10 3 3",
            "3 20 30",
            "5 10 4 8",
            "1 15 3 20 30",
            "3 15 20",
            "45 3 20 30 3 8 10 3 3 4",
            "3 30",
            "60 70 5 45 1 2 3 10",
            "3 3 4 1 15 2 3 12 4 5 10 6 8 8 9 12 6 3",
            "",
            "0 60 90",
            "10 20 2 3 10 12 2 3 12",
            "2 3 150",
            "3 10 12 3 4 6",
            "5 30 3 8 10 3",
            "6",
            "20 60",
            "",
            "1 4 12 2 10",
            "2 24",
            "",
        ],
    ),
    ("recheck", &["3 5 6", "2", "6 2 3", "12 30", "5"]),
    ("do not", &["4 5", "", "20", "", "", "", "", "61", "", "0.85 0.65 1.12", ""]),
    (
        "special",
        &[
            "16 16 2 92 64 100",
            "16 24 16 24",
            "55 55 51 45 50 40",
            "6 20",
            "1.5",
            "",
            "4 0.093 3.5 1 16",
            "",
            "60",
            "2",
            "",
            "3",
            "",
            "",
            "",
            "25",
            "",
            "12",
        ],
    ),
    ("differences", &["", "", "", "", "", "10 10 30", "", "", "", ""]),
];

/// The sources of each card of the evidence; a card in the app may name more, those of the facts it tells.
#[rustfmt::skip]
const CARD_SOURCES: [(&str, &str); 32] = [
    ("pfp", "WILLY19, NUNES13, COOK10, TREK, ESCULIER18, ESCULIER20, FERBER15"),
    ("itbs", "VDWORP12, BMJBP_ITBS, MCKAY20, BEERS08, FRIEDE22, FAIRCLOUGH06"),
    ("meniscus", "LOWERY06, KACS18, MCHUGH21, KATZ17, YAN11, SNOEKER15, JACKSON03, BMJRR17, KISE16, EBI_MEN, ETG_MEN"),
    ("patellar_tendinopathy", "MALLIARAS15, BREDA21, SPRAGUE21, HSR_DREXEL, SCOTT19, BARMAN22"),
    ("quad_tendinopathy", "SPRAGUE19Q, SIMPSONQ, BREDA21"),
    ("mechanics_footwear", "FRANDSEN25, BUIST08, CADENCE, RELPH22, PRONATION, VDWORP15"),
    ("pes_anserine", "PES_SEC, PES_BSI"),
    ("bursitis_front", "BURSA"),
    ("fat_pad", "FATPAD"),
    ("plica", "PLICA17"),
    ("patellar_instability", "PATDIS"),
    ("knee_oa", "EULAR10, NICE_OA, ALTMAN86, RUN_OA, CLOOST22"),
    ("bone_stress", "BSIRISK, FNSF, PATSF, NIVA06, AFP07_PTSF, PES_BSI, BSI_REV, KNECHTLE21, WARDEN21"),
    ("osgood_schlatter", "OSD, RATHLEFF19"),
    ("slj", "OSD"),
    ("acl_injury", "WAGEM10, HAEM80, ACL20"),
    ("mcl_sprain", "KASTEL08"),
    ("lcl_sprain", "JUDGE"),
    ("hamstring_biceps", "JUDGE"),
    ("popliteus", "MERCK_POP"),
    ("bakers_cyst", "BAKER"),
    ("referred_hip_back", "HIPREF"),
    ("scfe", "SCFE"),
    ("ocd_loose_body", "OCD_K"),
    ("gout_crystal", "JANSSENS10, COUDERC15"),
    ("inflammatory_arthritis", "INFLAM"),
    ("septic_arthritis", "SEPTIC_ALIEM, COUDERC15, SEPTIC_EM, SEPTIC_INJ, MARGARETTEN07"),
    ("dvt", "DVTRUN, COC_VTE, WELLS, BAKER"),
    ("fracture", "TPFMISS, SIFK, TTAF, OTTAWA04, PITTSBURGH, JACKSON03"),
    ("tumour", "TUM00, NICE_CA"),
    ("extensor_rupture", "QTR, EXTENSOR, FQ_FDA"),
    ("knee_dislocation", "KDOBESE, KNEEDIS"),
];

/// Numbers that the advice says in another way, with the reason; rows that are not of the evidence are not counted.
const SAID_OTHERWISE: [(&str, usize, &str, &str); 5] = [
    ("recheck", 4, "5", "the number of a section of the evidence: the safety questions"),
    ("special", 1, "24", "ages 16 to 24 are written as under 25"),
    ("special", 3, "6", "after birth a clot is more likely up to week 12"),
    ("exercises", 8, "4", "hip and leg work starts sooner, in week 2"),
    ("exercises", 8, "3", "the same"),
];

/// Rows of the advice that newer studies or good practice brought: the table, and what the row begins with.
const ADDED: [(&str, &str); 14] = [
    ("rest", "Which pain pills"),
    ("rest", "Meniscus from 40 up"),
    ("rest", "Meniscus from 18 to 40"),
    ("rest", "A twist in a young knee"),
    ("load", "From R8 to your usual weeks"),
    ("load", "Strength days and run days"),
    ("load", "When to step up strength work"),
    ("exercises", "Leg press, split squat"),
    ("exercises", "How far to run"),
    ("exercises", "Stage 2 at home"),
    ("exercises", "Land softly"),
    ("do not", "Do not take pills like ibuprofen unless you asked"),
    ("do not", "Do not take pills like ibuprofen for a long"),
    ("do not", "Do not hop or run to test"),
];

/// Rows that differ from the evidence on purpose, each with its reason in `assets/knowledge/README.md`, "Changes": the
/// table, the row from 0, our line, the line of the evidence. A row that was not taken over or is new has one of both.
const CHANGED: &[(&str, usize, Option<&str>, Option<&str>)] = &[
    ("constants", 0, Some("temper|0.5"), Some("temper|0.7")),
    ("constants", 1, None, Some("place|1")),
    ("constants", 5, Some("floor|0.05"), Some("floor_zone|0.05")),
    ("constants", 6, None, Some("floor_button|0.15")),
    ("constants", 8, None, Some("evidence|0.8")),
    ("constants", 10, Some("silence|0.4"), None),
    ("constants", 10, None, Some("clamp|12")),
    ("constants", 11, None, Some("clamp_strong|100")),
    ("constants", 12, None, Some("strong_for|8")),
    ("constants", 13, None, Some("strong_against|0.1")),
    ("constants", 14, None, Some("overuse_after_event|0.35")),
    ("constants", 15, None, Some("injury_without_event|0.4")),
    ("priors", 5, Some("mechanics_footwear|2.5"), Some("mechanics_footwear|5")),
    ("weights bakers_cyst", 5, Some("calf_swollen|8|1"), Some("calf_swollen|1.5|1")),
    ("weights meniscus", 5, Some("straight_pain|1.2|1"), Some("straight_pain|1.6|1")),
    ("weights meniscus", 14, Some("cannot_bend_fully|1|1"), Some("cannot_bend_fully|1.4|0.95")),
    ("weights acl_injury", 0, Some("swell_2h|4|0.5"), Some("swell_2h|6|0.5")),
    ("weights mcl_sprain", 0, Some("onset_side_force|3.5|0.7"), Some("onset_side_force|5|0.7")),
    ("weights gout_crystal", 3, Some("big_toe_attack|3|0.95"), Some("big_toe_attack|5|0.9")),
    ("weights septic_arthritis", 22, Some("onset_gradual|1.2|1"), None),
    ("weights dvt", 0, Some("calf_swollen|8|0.67"), Some("calf_swollen|15|0.2")),
    ("weights dvt", 1, Some("calf_3cm|1.8|0.57"), Some("calf_3cm|6|0.6")),
    ("weights dvt", 3, Some("immobile_recent|2|0.9"), Some("immobile_recent|3|0.9")),
    ("weights dvt", 4, Some("hx_clot|2.25|0.95"), Some("hx_clot|3|0.95")),
    ("weights dvt", 5, Some("hx_cancer|1.4|0.98"), Some("hx_cancer|3|0.98")),
    ("weights fracture", 2, Some("onset_fall_blow|3.5|0.6"), Some("onset_fall_blow|8|0.6")),
    (
        "figures accuracy",
        34,
        Some(
            "Janssens score 4 or less / 8 or more|gout_crystal|-|-|82.5% have it at 8+|2.2% have it under 4|328 GP; AUC 0.85; needs urate",
        ),
        Some(
            "Janssens score 4 or less / 8 or more|gout_crystal|-|-|about 87% have it at 8+|95% do not at 4 or less|328 GP; AUC 0.85; needs urate",
        ),
    ),
    (
        "figures shares",
        19,
        Some("Fracture among acute knee injuries at emergency departments|91 of 745 (12%); 7 of 90 (8%)"),
        None,
    ),
    ("figures shares", 19, Some("ITBS by sex in runners|about 2 women to 1 man; 62% women in one clinic"), None),
    (
        "figures shares",
        19,
        Some("Kneecap dislocation among knee injuries|about 3%; about 20% of those of soft tissue"),
        None,
    ),
    (
        "figures shares",
        19,
        Some(
            "Kneecap dislocation that comes again|83 of 139 knees (59.7%) at one referral centre; 36.4% without an operation, 25% after one, in 2,134 knees",
        ),
        None,
    ),
    (
        "figures accuracy",
        47,
        Some(
            "Janssens score tested again, 4 or less / 8 or more|gout_crystal|-|-|87% have it at 8+|95% do not at 4 or less|390 at a rheumatology clinic; AUC 0.86; needs urate",
        ),
        None,
    ),
    (
        "figures accuracy",
        47,
        Some(
            "Blood in the joint, MRI of all|acl_injury, meniscus, patellar_instability|-|-|ACL 52%, meniscus 41%, kneecap out 17%|-|1,145 consecutive knees; aged 16 or less kneecap first (39% of boys, 43% of girls)",
        ),
        None,
    ),
    (
        "figures accuracy",
        47,
        Some("Joint-line tenderness, pooled|meniscus|63%|77%|2.7 (derived)|0.48 (derived)|18 studies that differ much"),
        None,
    ),
    (
        "figures accuracy",
        47,
        Some(
            "Joint-line tenderness, later review|meniscus|83%|83%|4.9 (derived)|0.20 (derived)|9 studies, 1,234 people",
        ),
        None,
    ),
    (
        "figures accuracy",
        47,
        Some("Pittsburgh rule, tested again|fracture|86% (57-96)|51%|1.8 (derived)|0.27 (derived)|90 knees, 7 broken"),
        None,
    ),
    (
        "figures accuracy",
        47,
        Some(
            "Single signs of a clot|dvt|-|-|cancer 2.71, past clot 2.25, not moving 1.98, wider calf 1.80, surgery 1.76|no swelling of the calf 0.67, calf not wider 0.57|51 studies of people thought to have one",
        ),
        None,
    ),
    ("figures accuracy", 47, Some("Wells score high / low|dvt|-|-|5.2|0.25|same"), None),
    (
        "figures accuracy",
        47,
        Some(
            "Clot after birth, weeks 1-6 / 7-12|dvt|-|-|OR 10.8 (7.8-15.1) / 2.2 (1.5-3.1)|-|1,687,930 women; any clot, against the same weeks a year later",
        ),
        None,
    ),
    (
        "figures accuracy",
        47,
        Some("First pain of a slipped hip, all of Sweden|scfe|hip or groin 66%, knee 12%|-|-|-|379 children"),
        None,
    ),
    ("age and sex", 1, Some("itbs|0.05|0.3|0.7|1.1|1.1|1|0.7|1.3|0.65"), Some("itbs|0.05|0.3|0.7|1.1|1.1|1|0.7|1|1")),
];

/// Pages that the evidence did not name, or named together with another under one id.
#[rustfmt::skip]
const SOURCES_ADDED: &[&str] = &[
    "BAKER_ALG", "BAKER_PMJ", "BOYCE15", "BRAMAH19", "BSI_CUM", "BURFIELD23", "CAMPBELL25", "CARPENTER11",
    "CHEUNG13", "COC_GPRD", "CORBI22", "DAMSTED23", "DEHAVEN80", "DIBRA17", "EDWARDS13", "FITTOPLAY", "FNSF_RUN",
    "FOCH20", "GEIRSSON08", "GOODACRE05", "HARROLD17", "HEGEDUS07", "HERNGREN17", "HOOD_KD", "JOHNSTON20",
    "KAHANOV15", "KAMEL14", "KIENHORST15", "LONGO17", "LYME_PMM", "MAFFULLI93", "MALISOUX16", "MATAVA99",
    "MSD_SCFE", "NIU11", "OLSSON16", "OSTEO10", "PATREC", "PEAT06", "PES_BSI_RP", "PRASAD06", "QTR88", "RAHME06",
    "SEABERG98", "SIFK23", "SKOU20", "SMITH15", "THAKKAR19", "TSAI12", "TTAF_SP", "WILLEMS21", "WILLSON14",
    "BSR06", "NICE_NEUTRO", "NHS_NECFASC", "MHRA_FQ", "WFH20", "CES_BOTH", "NICE_LEUK", "CHILD_LIMP", "RHABDO", "COLLAPSE",
    "NICE_HEAD", "SICKLE", "POPANEUR", "REACTIVE", "BAGHDADI16", "PAD", "NICE_DV",
    "NICE_NG226", "NEAL24", "CHAN18", "BARTON16", "SKOU22", "ESCAPE22", "GCARE_MEN", "AGERGAARD21", "DEVRIES16", "GEORGE24", "GOOM19", "LIPMAN17", "ESCAPE18",
];

/// The list that the score no longer needs, as the evidence has it.
const INJURY: &str = "acl_injury,mcl_sprain,lcl_sprain,patellar_instability,fracture,extensor_rupture,knee_dislocation";

#[test]
fn every_table_of_the_evidence_is_there_with_its_numbers() {
    let mut ours: BTreeMap<String, Vec<String>> = tables(&knowledge()).into_iter().collect();
    for (table, row, changed, published) in CHANGED.iter().copied() {
        let lines = ours.get_mut(table).unwrap();
        if let Some(changed) = changed {
            assert_eq!(lines.remove(row), changed, "{table}, row {row}");
        }
        if let Some(published) = published {
            lines.insert(row, published.to_owned());
        }
    }
    let mut wrong = Vec::new();
    for (name, rows, hash) in TABLES {
        let lines = ours.get(name).map_or(&[][..], Vec::as_slice);
        if lines.len() != rows || fnv(lines) != hash {
            wrong.push(format!("{name}: {} rows of {rows}\n{}", lines.len(), lines.join("\n")));
        }
    }
    println!("{} tables, {} rows", TABLES.len(), TABLES.iter().map(|(_, rows, _)| rows).sum::<usize>());
    assert_eq!(ours.len(), TABLES.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_card_names_the_sources_of_the_evidence() {
    let knowledge = knowledge();
    let mut missing = Vec::new();
    for (cause, sources) in CARD_SOURCES {
        let card = &knowledge.cause(cause).unwrap().card;
        for source in sources.split(", ").filter(|source| !card.sources.iter().any(|ours| *ours == *source)) {
            missing.push(format!("{cause}: {source}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_number_of_the_advice_is_still_said() {
    let ours = advice_rows(&knowledge());
    let mut missing = Vec::new();
    let mut count = 0;
    for (name, rows) in ADVICE {
        let is_added = |text: &&String| ADDED.iter().any(|(table, start)| *table == name && text.starts_with(start));
        let texts: Vec<_> = ours[name].iter().filter(|text| !is_added(text)).collect();
        assert_eq!(texts.len(), rows.len(), "rows of {name}");
        for (at, (row, text)) in rows.iter().zip(texts).enumerate() {
            let mut said = numbers(text);
            for wanted in row.split_whitespace() {
                count += 1;
                let is_known = SAID_OTHERWISE.iter().any(|(n, a, w, _)| (*n, *a, *w) == (name, at, wanted));
                match said.iter().position(|number| number == wanted) {
                    Some(found) => drop(said.swap_remove(found)),
                    None if is_known => {}
                    None => missing.push(format!("{name}, row {}: {wanted} is missing in \"{text}\"", at + 1)),
                }
            }
        }
    }
    println!("{count} numbers");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn nothing_is_wrong_with_the_content() {
    let found = faults(&ContentFiles::embedded(), &shapes());
    assert!(found.is_empty(), "{}", found.iter().map(ContentError::to_string).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_dangling_id_is_found() {
    expect("causes.ron", "\"kneecap_inner\"", "\"kneecap_inmost\"", "there is no zone \"kneecap_inmost\"");
    expect(
        "weights.ron",
        "finding: \"sitting_long\"",
        "finding: \"siting_long\"",
        "there is no finding \"siting_long\"",
    );
    expect("weights.ron", "cause: \"itbs\"", "cause: \"itbz\"", "there is no cause \"itbz\"");
    expect("rules.ron", "names: [\"knee_dislocation\"]", "names: [\"knee_loss\"]", "there is no cause \"knee_loss\"");
    expect("rules.ron", "when: \"foot_cold_pale\"", "when: \"foot_cold\"", "\"foot_cold\" is no finding");
    expect("rules.ron", "        \"deformity\",", "        \"deformities\",", "there is no finding \"deformities\"");
    expect("questions.ron", "NotSureOf(\"walk_no\")", "NotSureOf(\"walk_limp\")", "\"walk_limp\" is no red flag");
    expect(
        "questions.ron",
        "id: \"q_walk\", card: \"safety\"",
        "id: \"q_walk\", card: \"savety\"",
        "no card \"savety\"",
    );
    expect("scoring.ron", "\"stairs_up\"", "\"stairs_upp\"", "there is no finding \"stairs_upp\"");
    expect("article.ron", "causes: [\"itbs\"]", "causes: [\"itbz\"]", "there is no cause \"itbz\"");
}

#[test]
fn a_double_id_is_found() {
    expect("questions.ron", "(id: \"walk_limp\"", "(id: \"walk_help\"", "\"walk_help\" stands twice");
    expect("causes.ron", "id: \"itbs\"", "id: \"pfp\"", "\"pfp\" stands twice");
    expect("rules.ron", "id: \"E02_nerve_after_injury\"", "id: \"E01_blood_flow\"", "\"E01_blood_flow\" stands twice");
    expect("sources.ron", "(id: \"FRANCIS19\"", "(id: \"SEED\"", "\"SEED\" stands twice");
    expect("zones.ron", "id: \"above_kneecap\"", "id: \"front_thigh\"", "\"front_thigh\" stands twice");
}

#[test]
fn a_missing_source_is_found() {
    expect("rules.ron", "sources: [\"KNEEDIS\"]", "sources: []", "has no source");
    expect("weights.ron", "sources: [\"PTP2024\", ", "sources: [\"PTP1924\", ", "there is no source \"PTP1924\"");
    expect("advice.ron", "sources: [\"PEACE\"]", "sources: []", "has no source");
    expect("figures.ron", "sources: [\"FRANCIS19\"]", "sources: [\"FRANCIS91\"]", "there is no source \"FRANCIS91\"");
}

#[test]
fn a_rule_that_names_more_than_three_causes_is_found() {
    let three = "names: [\"knee_dislocation\", \"patellar_instability\", \"fracture\"]";
    let four = "names: [\"knee_dislocation\", \"patellar_instability\", \"fracture\", \"mcl_sprain\"]";
    expect("rules.ron", three, four, "4 causes are named, a rule names at most 3");
}

#[test]
fn a_rule_that_no_answers_can_fire_is_found() {
    expect(
        "rules.ron",
        "when: \"locked_now & !(dur_gt1y & trend_same)\"",
        "when: \"locked_now & straight_yes\"",
        "no answers can fire this rule",
    );
    expect("rules.ron", "when: \"deformity\"", "when: \"age < 12 & age > 40\"", "no answers can fire this rule");
    expect("rules.ron", "when: \"open_wound\"", "when: \"injury & !injury\"", "no answers can fire this rule");
    expect("rules.ron", "when: \"foot_cold_pale\"", "when: \"never\"", "no answers can fire this rule");
}

#[test]
fn a_rule_that_only_the_last_of_many_members_can_fire_is_no_fault() {
    let mut files = ContentFiles::embedded();
    let never = "injury & !injury, ".repeat(30);
    let text = files.text("rules.ron");
    let when = format!("when: \"n_of(2; {never}red_knee, foot_cold_pale)\"");
    let text = text.replacen("when: \"foot_cold_pale\"", &when, 1);
    files.set("rules.ron", text);
    let found = faults(&files, &shapes());
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_zone_without_a_shape_and_a_shape_without_a_zone_are_found() {
    let mut drawn = shapes();
    assert!(drawn.get_mut(&View::Front).unwrap().remove("kneecap"));
    drawn.get_mut(&View::Back).unwrap().insert("third_knee".to_owned());
    let found = faults(&ContentFiles::embedded(), &drawn);
    let line = line_of(&ContentFiles::embedded(), "zones.ron", "id: \"kneecap\"");
    assert!(found.iter().any(|f| f.what.contains("Front has no shape") && f.line == line), "{found:#?}");
    assert!(found.iter().any(|f| f.what.contains("\"third_knee\", no zone is so named")), "{found:#?}");
    assert!(found.iter().all(|f| f.file == "zones.ron"), "{found:#?}");
}

#[test]
fn a_question_that_does_not_say_how_it_grows_old_is_found() {
    for (from, to, what) in [
        ("            ages: State(days: 7),\n", "", "missing field named `ages`"),
        ("ages: State(days: 7)", "ages: State(days: 0)", "0 days"),
        ("ages: State(days: 7)", "ages: CountsOn", "counted on"),
    ] {
        let mut files = ContentFiles::embedded();
        let text = files.text("questions.ron").replacen(from, to, 1);
        files.set("questions.ron", text);
        let found = faults(&files, &shapes());
        assert!(found.iter().any(|fault| fault.what.contains(what)), "{what}: {found:#?}");
    }
}

#[test]
fn a_question_that_nothing_uses_is_found() {
    let mut files = ContentFiles::embedded();
    let text = files.text("questions.ron").replacen(
        "    questions: [\n",
        "    questions: [\n        (\n            id: \"q_moon\", card: \"feel\", kind: Single, text: \"Full moon?\", why: \"Why not.\", \
         heading: \"Moon\",\n            core_when: \"always\", more_when: \"never\", note: Elsewhere, ages: Event, sources: [\"SEED\"],\n            \
         options: [(id: \"moon_full\", label: \"Yes\", note: \"full moon\")],\n        ),\n",
        1,
    );
    let line = text[..text.find("id: \"q_moon\"").unwrap()].matches('\n').count() + 1;
    files.set("questions.ron", text);
    let found = faults(&files, &shapes());
    assert!(found.iter().any(|f| f.what.contains("uses this question") && f.line == line), "{found:#?}");
}

#[test]
fn a_condition_that_cannot_be_read_is_found() {
    for broken in ["foot_cold_pale &", "(foot_cold_pale", "n_of(x; hot_knee)", "hot_knee red_knee", "age <", ""] {
        expect("rules.ron", "when: \"foot_cold_pale\"", &format!("when: \"{broken}\""), "condition");
    }
}

#[test]
fn a_weight_that_is_not_above_0_is_found() {
    expect("weights.ron", "yes: 1.8, no: 0.6", "yes: -1.8, no: 0.6", "weights must be above 0");
    expect("weights.ron", "yes: 1.8, no: 0.6", "yes: 1.8, no: 0.0", "weights must be above 0");
    expect("causes.ron", "prior: 30.0", "prior: -30.0", "prior must be above 0");
}

#[test]
fn a_figure_that_does_not_say_who_measured_it_in_whom_is_found() {
    let measured = "measured: (by: Patient, in_whom: \"162 people with front knee pain at one clinic\"), ";
    expect("weights.ron", measured, "", "not who measured it in whom");
    let nobody = "measured: (by: Patient, in_whom: \"\"), ";
    expect("weights.ron", measured, nobody, "it does not say in whom");
    let sign = "sources: [\"WILLY19\", \"CROSSLEY15\"], grade: Sign";
    expect("weights.ron", sign, &sign.replace("Sign", "Figure"), "no figure is published");
    expect("weights.ron", sign, &sign.replace("Sign", "CaseShare"), "no figure is published");
    let claimed = format!("{measured}{sign}");
    expect("weights.ron", sign, &claimed, "it says who measured it, and no figure is published");
}

#[test]
fn a_grade_that_its_sources_do_not_bear_is_found() {
    expect("weights.ron", "sources: [\"JUDGE\"], grade: Judgement", "sources: [\"JUDGE\"], grade: Sign", "was read");
    expect("weights.ron", "[\"MALLIARAS15\"], grade: Sign", "[\"MALLIARAS15\"], grade: Judgement", "source JUDGE");
    expect("weights.ron", "[\"MALLIARAS15\"], grade: Sign", "[\"MALLIARAS15\"], grade: Seed", "source SEED");
    expect("weights.ron", "[\"TULP71\"], grade: Known", "[\"TULP71\"], grade: Sign", "no source of it was");
    expect("weights.ron", "otherwise: (sources: [\"HAEM80\"]", "otherwise: (sources: [\"TULP71\"]", "found otherwise");
    expect("weights.ron", "otherwise: (sources: [\"HAEM80\"]", "otherwise: (sources: []", "and not which");
}

#[test]
fn a_finding_in_two_groups_is_found() {
    expect("scoring.ron", "[\"jump_land\", ", "[\"jump_land\", \"squat\", ", "\"squat\" stands in two groups");
    expect(
        "rules.ron",
        "signs: [\"foot_cold_pale\", ",
        "signs: [\"foot_cold_pale\", \"walk_no\", ",
        "stands in two groups",
    );
}

#[test]
fn a_file_that_is_missing_or_broken_is_found() {
    for name in NAMES {
        let embedded = ContentFiles::embedded();
        let without: ContentFiles =
            NAMES.iter().filter(|other| **other != name).map(|other| (*other, embedded.text(other))).collect();
        let found = faults(&without, &shapes());
        assert!(found.iter().any(|f| f.file == name && f.what.contains("missing")), "{found:#?}");
        let mut broken = embedded.clone();
        broken.set(name, format!("{}\n)", embedded.text(name)));
        let found = faults(&broken, &shapes());
        assert!(found.len() == 1 && found[0].file == name && found[0].line > 1, "{found:#?}");
    }
}

/// The embedded content with one thing replaced has a fault on the line of that thing, or of what holds it.
fn expect(file: &str, old: &str, new: &str, what: &str) {
    let mut files = ContentFiles::embedded();
    let text = files.text(file);
    assert!(text.contains(old), "{old} stands no more in {file}");
    let changed = line_of(&files, file, old);
    let text = text.replacen(old, new, 1);
    files.set(file, text);
    let found = faults(&files, &shapes());
    // A double id is reported where the id first stands; a rule or a cause where its own id stands, a few lines above.
    let is_there = found
        .iter()
        .any(|f| f.file == file && f.what.contains(what) && (f.line.abs_diff(changed) <= 12 || what.contains("twice")));
    assert!(is_there, "expected \"{what}\" near {file}:{changed}, found {found:#?}");
}

fn line_of(files: &ContentFiles, file: &str, what: &str) -> usize {
    let text = files.text(file);
    text[..text.find(what).unwrap()].matches('\n').count() + 1
}

fn fnv(lines: &[String]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in lines.iter().flat_map(|line| line.bytes().chain([b'\n'])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

fn join<T: ToString>(parts: impl IntoIterator<Item = T>, between: &str) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(between)
}

/// Every table, a line a row.
fn tables(knowledge: &Knowledge) -> Vec<(String, Vec<String>)> {
    let published = read::<Published>("published_rules.ron");
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for (at, cause) in knowledge.causes.iter().enumerate() {
        let rows = knowledge.weights(at).iter().map(|row| format!("{}|{}|{}", row.finding, row.yes, row.no));
        tables.push((format!("weights {}", cause.id), rows.collect()));
    }
    for level in Level::ALL {
        let rows = knowledge.rules.iter().filter(|rule| rule.level == level && published.has_rule(rule));
        let rows = rows.map(|rule| published.rule_line(rule));
        tables.push((format!("rules level {}", level.number()), rows.collect()));
    }
    for (table, name) in knowledge.figures.iter().zip(["figures shares", "figures knee maps", "figures accuracy"]) {
        let rows = table.rows.iter().map(|row| format!("{}|{}", row.what, row.cells.join("|")));
        tables.push((name.to_owned(), rows.collect()));
    }
    let asked = |question: &&Question| !published.questions_added.contains(&question.id.to_string());
    let mut findings: Vec<_> =
        knowledge.questions.iter().filter(asked).map(|question| published.question_line(question)).collect();
    findings.sort();
    let scoring = &knowledge.scoring;
    let others: [(&str, Vec<String>); 16] = [
        ("constants", constants(knowledge)),
        (
            "groups",
            scoring
                .groups
                .iter()
                .map(|group| format!("{}|{}|{}", group.id, group.findings.len(), join(&group.findings, ",")))
                .collect(),
        ),
        (
            "strengths",
            scoring.strengths.iter().map(|row| format!("{}|{}|{}", strength(row.strength), row.yes, row.no)).collect(),
        ),
        ("priors", knowledge.causes.iter().map(|cause| format!("{}|{}", cause.id, cause.prior)).collect()),
        (
            "age and sex",
            knowledge
                .causes
                .iter()
                .map(|cause| format!("{}|{}|{}|{}", cause.id, join(cause.age, "|"), cause.female, cause.male))
                .collect(),
        ),
        (
            "cards",
            knowledge
                .causes
                .iter()
                .map(|c| format!("{}|{}|{}", c.id, join(&c.core, ", "), join(&c.near, ", ")))
                .collect(),
        ),
        (
            "unrolled knee",
            knowledge
                .zones
                .iter()
                .filter(|zone| !zone.is_button())
                .map(|zone| {
                    let spots = zone.spots_cm.iter().map(|(around, below)| format!("{around},{below}"));
                    format!("{}|{}", zone.id, join(spots, ";"))
                })
                .collect(),
        ),
        (
            "zones in the views",
            knowledge
                .zones
                .iter()
                .map(|zone| {
                    let seen = zone.seen.iter().map(|seen| {
                        let view = format!("{:?}", seen.view).to_lowercase();
                        format!("{view} {},{}", seen.x, seen.y)
                    });
                    format!("{}|{}", zone.id, join(seen, "; "))
                })
                .collect(),
        ),
        ("danger signs", published.red_flag_lines(knowledge)),
        ("flags", published.flag_lines(knowledge)),
        ("findings", findings),
        (
            "order of questions",
            knowledge.questions.iter().filter(asked).map(|question| question.id.to_string()).collect(),
        ),
        ("article bullets", knowledge.article.bullets.iter().map(|bullet| bullet.id.to_string()).collect()),
        ("clusters", knowledge.clusters.iter().map(|cluster| format!("{}|{}", cluster.id, cluster.rule)).collect()),
        ("sources", source_lines(knowledge)),
        ("bands and lists", bands_and_lists(knowledge)),
    ];
    tables.extend(others.into_iter().map(|(name, rows)| (name.to_owned(), rows)));
    tables
}

/// Where rules and flags differ on purpose from the evidence: what the evidence has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    conditions: BTreeMap<String, String>,
    names: BTreeMap<String, Vec<String>>,
    sources: BTreeMap<String, Vec<String>>,
    flags: BTreeMap<String, String>,
    rules_added: Vec<String>,
    flags_added: Vec<String>,
    questions_added: Vec<String>,
    findings_added: Vec<String>,
    signs_added: Vec<String>,
}

impl Published {
    fn condition(&self, rule: &Rule) -> String {
        self.conditions.get(rule.id.as_str()).unwrap_or(&rule.when.text).clone()
    }

    fn rule_line(&self, rule: &Rule) -> String {
        let of = |table: &BTreeMap<String, Vec<String>>| table.get(rule.id.as_str()).map(|row| join(row, ","));
        let names = of(&self.names).unwrap_or_else(|| join(&rule.names, ","));
        let sources = of(&self.sources).unwrap_or_else(|| join(&rule.sources, ","));
        format!("{}|{}|{names}|{sources}|{}", rule.id, self.condition(rule), rule.grade.word())
    }

    fn red_flag_lines(&self, knowledge: &Knowledge) -> Vec<String> {
        let is_added = |sign: &str| self.signs_added.iter().any(|added| added == sign);
        let signs = knowledge.red_flags.iter().map(kneenote::knowledge::ids::FindingId::as_str);
        signs.filter(|sign| !is_added(sign)).map(|sign| danger_line(knowledge, sign)).collect()
    }

    fn flag_lines(&self, knowledge: &Knowledge) -> Vec<String> {
        let flags = knowledge.flags.iter().filter(|flag| !self.flags_added.contains(&flag.id));
        flags.map(|flag| self.flag_line(flag)).collect()
    }

    fn flag_line(&self, flag: &Flag) -> String {
        format!("{}|{}", flag.id, self.flags.get(&flag.id).unwrap_or(&flag.means.text))
    }

    fn question_line(&self, question: &Question) -> String {
        let answers = question.options.iter().map(|answer| answer.id.to_string());
        let answers: Vec<_> = answers.filter(|answer| !self.findings_added.contains(answer)).collect();
        let numbers: Vec<_> = question.numbers.iter().map(|number| number.id.to_string()).collect();
        // The evidence names a number as the answer of its question, but not height and weight beside the index.
        format!("{}|{}", question.id, if answers.is_empty() { numbers } else { answers }.join(","))
    }

    fn has_rule(&self, rule: &Rule) -> bool {
        !self.rules_added.iter().any(|added| rule.id == added.as_str())
    }
}

fn source_lines(knowledge: &Knowledge) -> Vec<String> {
    let sources = knowledge.sources.iter().filter(|source| !SOURCES_ADDED.contains(&source.id.as_str()));
    sources.map(|source| format!("{}|{}", source.id, source.grade.word())).collect()
}

fn danger_line(knowledge: &Knowledge, sign: &str) -> String {
    let unsure = knowledge
        .findings()
        .find(|finding| matches!(&finding.means, Meaning::NotSureOf(of) if *of == sign))
        .map_or("-", |finding| finding.id.as_str());
    format!("{sign}|{unsure}")
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::StrongFor => "strong for",
        Strength::ModerateFor => "moderate for",
        Strength::WeakFor => "weak for",
        Strength::Neutral => "neutral",
        Strength::WeakAgainst => "weak against",
        Strength::ModerateAgainst => "moderate against",
        Strength::StrongAgainst => "strong against",
    }
}

fn constants(knowledge: &Knowledge) -> Vec<String> {
    let c = &knowledge.scoring.constants;
    [
        ("temper", c.prior_exponent),
        ("near", c.near),
        ("scatter_cm", c.sigma_cm),
        ("round_cm", c.circumference_cm),
        ("floor", c.floor),
        ("narrow", c.specificity_exponent),
        ("repeat", c.correlated_discount),
        ("silence", c.unexplained_share),
    ]
    .map(|(name, value)| format!("{name}|{value}"))
    .into()
}

fn bands_and_lists(knowledge: &Knowledge) -> Vec<String> {
    let scoring = &knowledge.scoring;
    let bands = &scoring.bands;
    vec![
        format!("well|{}|{}", bands.well_within, bands.well_findings),
        format!("part|{}", bands.part_within),
        format!("shown|{}", bands.shown),
        format!("also_ask|{}", bands.also_ask),
        format!("enough|{}", bands.enough_findings),
        format!("overuse|{}", join(&scoring.overuse, ",")),
        format!("injury|{INJURY}"),
    ]
}

/// Everything each row of advice says.
fn advice_rows(knowledge: &Knowledge) -> BTreeMap<&'static str, Vec<String>> {
    let advice = &knowledge.advice;
    let facts =
        |facts: &[kneenote::knowledge::advice::Fact]| facts.iter().map(|f| format!("{} {}", f.topic, f.text)).collect();
    [
        ("rest", facts(&advice.rest)),
        (
            "pain light",
            advice.pain_light.iter().map(|l| join([&l.general, &l.tendon, &l.bone, &l.act], " ")).collect::<Vec<_>>(),
        ),
        ("return steps", advice.return_steps.iter().map(|s| format!("{} {}", s.session, s.rule)).collect()),
        ("load", facts(&advice.load)),
        ("exercises", advice.exercises.iter().map(|e| join([&e.exercise, &e.dose, &e.step_up], " ")).collect()),
        ("recheck", advice.recheck.iter().map(|r| join([&r.when, &r.ask, &r.if_not], " ")).collect()),
        ("do not", advice.do_not.iter().map(|d| format!("{} {}", d.text, d.why)).collect()),
        (
            "special",
            advice
                .special
                .iter()
                .map(|s| format!("{} {} {} {}", s.case, s.when.text, s.urgency, s.advice.join(" ")))
                .collect(),
        ),
        ("differences", advice.differences.iter().map(|d| join([&d.topic, &d.article, &d.evidence], " ")).collect()),
    ]
    .into()
}

/// The numbers in a text, in order, in their shortest form; not those that belong to a name ("C09").
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        let goes_on = c.is_ascii_digit() || c == '.' || (c == ',' && number.ends_with(|d: char| d.is_ascii_digit()));
        let starts =
            c.is_ascii_digit() && !before.is_ascii_alphanumeric() && before != '_' || c == '.' && before != '.';
        if (number.is_empty() && starts) || (!number.is_empty() && goes_on) {
            number.push(c);
        } else if !number.is_empty() {
            push_number(&mut found, &number);
            number.clear();
        }
        before = c;
    }
    found
}

fn push_number(found: &mut Vec<String>, text: &str) {
    let plain: String = text.trim_end_matches(['.', ',']).replace(',', "");
    if let Ok(value) = plain.parse::<f64>() {
        let mut short = String::new();
        write!(short, "{value}").unwrap();
        found.push(short);
    }
}
