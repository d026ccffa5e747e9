#!/usr/bin/env python3
"""Score knowledge-graph predictions against the gold in this folder (Python 3.11, stdlib only).

  score.py PRED [--gold DIR_OR_FILE] [--only D01,D05] [--errors] [--json OUT]   PRED: a folder of DNN.json, or one JSON file
                                                        (one object with "id", a list of them, or {id: object})
  score.py --selftest

Matching is greedy and one-to-one, best similarity first. Gold "aliases" count as the name itself (also in strict mode).
Gold "optional" items are ignored: a prediction that fits one is neither right nor wrong.
A gold article with no prediction counts as all missed. Exact duplicate predictions are dropped once.
"""

import argparse
import copy
import glob
import json
import os
import re
import sys
import unicodedata

PUNCT = {"—": "-", "–": "-", "－": "-", "―": "-", "·": "・", "•": "・", "‧": "・"}
DROP = re.compile(r'[\s"\'“”‘’「」『』《》〈〉()\[\]【】,,、。:;・\-]')


def norm(s):
    if s is None:
        return ""
    s = unicodedata.normalize("NFKC", str(s))
    s = "".join(PUNCT.get(c, c) for c in s)
    return DROP.sub("", s).lower()


def names(canon, aliases):
    """All accepted spellings of a gold name."""
    out = {norm(canon)}
    for k, v in aliases.items():
        if norm(k) == norm(canon):
            out |= {norm(a) for a in v}
    out.discard("")
    return out


def sim(accepted, p):
    """1.0 equal; length ratio when one contains the other; else 0."""
    p, best = norm(p), 0.0
    for g in accepted:
        if not g or not p:
            continue
        if g == p:
            return 1.0
        if g in p or p in g:
            best = max(best, min(len(g), len(p)) / max(len(g), len(p)))
    return best


def strict(acc, p):
    return 1.0 if sim(acc, p) == 1.0 else 0.0


def lenient(acc, p):
    s = sim(acc, p)
    return s if s >= 0.7 else 0.0


def match(gold, pred, score, optional=(), oscore=None):
    """-> (pairs, unmatched gold indexes, unmatched prediction indexes); optional-only predictions are left out."""
    cand = [(s, -i, -j) for i, g in enumerate(gold) for j, p in enumerate(pred) if (s := score(g, p)) > 0]
    cand.sort(reverse=True)
    gi, pj, pairs = set(), set(), []
    for s, i, j in cand:
        i, j = -i, -j
        if i not in gi and j not in pj:
            gi.add(i), pj.add(j), pairs.append((i, j))
    oscore = oscore or score
    fp = [j for j in range(len(pred)) if j not in pj and not any(oscore(o, pred[j]) > 0 for o in optional)]
    return pairs, [i for i in range(len(gold)) if i not in gi], fp


def L(x):
    return x if isinstance(x, list) else []


def uniq(items):
    seen, out = set(), []
    for x in items:
        k = json.dumps(x, ensure_ascii=False, sort_keys=True)
        if k not in seen:
            seen.add(k), out.append(x)
    return out


def name_of(x):
    return x.get("name") if isinstance(x, dict) else x


def roles_of(people):
    return uniq(
        [
            {
                "person": p.get("name"),
                **{k: r.get(k) for k in ("title", "organization", "title_alts", "organization_alts", "optional")},
            }
            for p in people
            if isinstance(p, dict)
            for r in L(p.get("roles"))
            if isinstance(r, dict)
        ]
    )


def title_ok(g, p, loose):
    acc = {norm(t) for t in [g["title"]] + (g.get("title_alts") or [])}
    t = norm(p["title"])
    return t in acc or (loose and bool(t) and any(t in a or a in t for a in acc))


def org_ok(g, p, al, loose):
    o = norm(p["organization"])
    if not g["organization"]:
        return not o or o in {norm(a) for a in g.get("organization_alts") or []}
    acc = names(g["organization"], al) | {norm(a) for a in g.get("organization_alts") or []}
    return o in acc or (loose and sim(acc, o) >= 0.7)


def bigrams(s):
    return {s[i : i + 2] for i in range(len(s) - 1)} or {s}


def what_ok(a, b):
    a, b = norm(a), norm(b)
    if not a or not b:
        return False
    return a in b or b in a or len(bigrams(a) & bigrams(b)) / min(len(bigrams(a)), len(bigrams(b))) >= 0.5


UNIT = {"多": "", "余": "", "次浏览": "次", "人民币": "元", "百分比": "%", "百分点": "%", "%": "%"}


def unit(u):
    u = norm(u)
    return UNIT.get(u, u)


def number(v):
    try:
        return float(v)
    except (TypeError, ValueError):
        return None


def outcome(g, p, strict_mod=False):
    gv, pv = number(g.get("value")), number(p.get("value"))
    if gv is None or pv is None or abs(gv - pv) > 1e-6 * max(1, abs(gv)):
        return 0.0
    if strict_mod and (g.get("modifier") or "exact").lower() != (p.get("modifier") or "exact").lower():
        return 0.0
    u, w = (
        bool(unit(g.get("unit"))) and unit(g.get("unit")) == unit(p.get("unit")),
        what_ok(g.get("what"), p.get("what")),
    )
    return (0.4 if u else 0) + (0.6 if w else 0)


SYM = {"signswith", "cooperateswith"}


def relation(al, need=1):
    """Relation similarity: both ends lenient; the predicate must agree (need=1) or is ignored (need=0)."""

    def score(g, p):
        if not isinstance(p, list) or len(p) != 3 or (need and norm(g[1]) != norm(p[1])):
            return 0.0
        ways = [(p[0], p[2])] + ([(p[2], p[0])] if norm(g[1]) in SYM or not need else [])
        best = 0.0
        for s, o in ways:
            a, b = lenient(names(g[0], al), s), lenient(names(g[2], al), o)
            best = max(best, (a + b) / 2 if a and b else 0.0)
        return best

    return score


def date_parts(d):
    """'2025-10-17', '2025-10', '2025', '--10-17', also 2025年10月17日 -> (y, m, d) with None for unknown."""
    d = re.sub(r"[年月/.]", "-", str(d or "").replace("日", "")).strip().rstrip("-").split("T")[0]
    if m := re.fullmatch(r"--(\d{1,2})-(\d{1,2})", d):
        return (None, int(m[1]), int(m[2]))
    if m := re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:-.*)?", d):
        return tuple(int(x) if x else None for x in m.groups())
    return None


def date_eq(g, p, partial):
    if not g.get("date"):
        return not p.get("date") or date_parts(p["date"]) in [date_parts(a) for a in g.get("date_alts", [])]
    acc = [date_parts(x) for x in [g["date"]] + g.get("date_alts", [])]
    q = date_parts(p.get("date"))
    if q is None:
        return False
    if not partial:
        return q in acc
    return any(
        a
        and all(x is None or y is None or x == y for x, y in zip(a, q))
        and any(x is not None and x == y for x, y in zip(a, q))
        for a in acc
    )


def place_eq(g, p):
    cut = lambda s: re.sub(r"(特别行政区|自治区|省|市|区|县)", "", norm(s))
    acc = {cut(x) for x in [g.get("place")] + g.get("place_alts", []) if x}
    q = cut(p.get("place"))
    if not g.get("place"):
        return not q or q in acc
    return bool(q) and any(a == q or a in q or q in a for a in acc)


CATS = [
    "persons",
    "roles_exact",
    "roles_lenient",
    "roles_title",
    "organizations",
    "organizations_len",
    "programs",
    "programs_len",
    "documents",
    "documents_len",
    "events",
    "outcomes",
    "outcomes_strict",
    "relations",
    "relations_ends",
]
ACC = ["event_date", "event_date_partial", "event_place", "outcome_program"]


def score_article(gold, pred):
    al, opt = gold.get("aliases") or {}, gold.get("optional") or {}
    pred = pred or {}
    res, err = {}, {}

    def put(cat, g, p, score, optional=(), oscore=None, show=lambda x: x):
        pairs, fn, fp = match(g, p, score, optional, oscore)
        res[cat] = (len(pairs), len(fp), len(fn))
        err[cat] = {"missed": [show(g[i]) for i in fn], "wrong": [show(p[j]) for j in fp]}
        return pairs

    gp, pp = gold["persons"], uniq([x if isinstance(x, dict) else {"name": x} for x in L(pred.get("persons"))])
    byname = {}
    for x in pp:  # the same person listed twice: merge the roles
        byname.setdefault(norm(x.get("name")), {"name": x.get("name"), "roles": []})["roles"] += L(x.get("roles"))
    pp = [x for k, x in byname.items() if k]
    opt_people = [{"name": name_of(n)} for n in opt.get("persons", [])]
    put("persons", gp, pp, lambda g, p: strict(names(g["name"], al), p["name"]), opt_people, show=name_of)
    gr, pr = roles_of(gp), roles_of(pp)
    need, may = [r for r in gr if not r.get("optional")], [r for r in gr if r.get("optional")]
    may += [{"person": n["name"], "title": None} for n in opt_people]  # whatever role an optional person gets
    same = lambda g, p: norm(g["person"]) == norm(p["person"])
    osc = lambda g, p: float(same(g, p) and (g.get("title") is None or title_ok(g, p, True)))
    show = lambda r: f"{r['person']}|{r['title']}|{r.get('organization')}"
    put(
        "roles_exact",
        need,
        pr,
        lambda g, p: float(same(g, p) and title_ok(g, p, False) and org_ok(g, p, al, False)),
        may,
        osc,
        show,
    )
    put(
        "roles_lenient",
        need,
        pr,
        lambda g, p: (
            float(same(g, p) and title_ok(g, p, True) and org_ok(g, p, al, True))
            * (1 + title_ok(g, p, False) + org_ok(g, p, al, False))
        ),
        may,
        osc,
        show,
    )
    put(
        "roles_title",
        need,
        pr,
        lambda g, p: float(same(g, p) and title_ok(g, p, False)) * (1 + org_ok(g, p, al, False)),
        may,
        osc,
        show,
    )

    for cat in ("organizations", "programs", "documents"):
        g, p = gold[cat], uniq([n for n in (name_of(x) for x in L(pred.get(cat))) if norm(n)])
        o = [name_of(x) for x in opt.get(cat, [])]
        put(cat, g, p, lambda a, b: strict(names(a, al), b), o, lambda a, b: lenient(names(a, al), b))
        put(cat + "_len", g, p, lambda a, b: lenient(names(a, al), b), o)

    ev_names = lambda g: names(g["name"], al) | {norm(a) for a in g.get("name_alts", [])}
    pe = uniq([x if isinstance(x, dict) else {"name": x} for x in L(pred.get("events"))])
    oe = [x if isinstance(x, dict) else {"name": x} for x in opt.get("events", [])]
    pairs = put("events", gold["events"], pe, lambda g, p: lenient(ev_names(g), p.get("name")), oe, show=name_of)
    acc = {k: [0, 0] for k in ACC}
    for i, j in pairs:
        g, p = gold["events"][i], pe[j]
        for k, ok in (
            ("event_date", date_eq(g, p, False)),
            ("event_date_partial", date_eq(g, p, True)),
            ("event_place", place_eq(g, p)),
        ):
            acc[k][0] += bool(ok)
            acc[k][1] += 1

    po = uniq([x for x in L(pred.get("outcomes")) if isinstance(x, dict)])
    oo = opt.get("outcomes", [])
    sh = lambda x: f"{x.get('value')}{x.get('unit') or ''} {x.get('what')} [{x.get('modifier')}]"
    pairs = put("outcomes", gold["outcomes"], po, outcome, oo, show=sh)
    put("outcomes_strict", gold["outcomes"], po, lambda g, p: outcome(g, p, True), oo, outcome, sh)
    for i, j in pairs:
        g, p = gold["outcomes"][i].get("program"), po[j].get("program")
        acc["outcome_program"][0] += bool((not g and not p) or (g and p and lenient(names(g, al), p)))
        acc["outcome_program"][1] += 1

    rl = uniq(
        [
            x
            if isinstance(x, list)
            else [x.get("subject"), x.get("predicate"), x.get("object")]
            if isinstance(x, dict)
            else x
            for x in L(pred.get("relations"))
        ]
    )
    put("relations", gold["relations"], rl, relation(al), opt.get("relations", []))
    put("relations_ends", gold["relations"], rl, relation(al, 0), opt.get("relations", []))
    return res, acc, err


def prf(tp, fp, fn):
    p = tp / (tp + fp) if tp + fp else None
    r = tp / (tp + fn) if tp + fn else None
    f = 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None
    return p, r, f


def fmt(x):
    return "   - " if x is None else f"{x:5.3f}"


def table(title, res, acc):
    print(f"\n== {title}\n{'category':20s}  TP  FP  FN   prec   rec    F1")
    for c in CATS:
        print(f"{c:20s} {res[c][0]:3d} {res[c][1]:3d} {res[c][2]:3d}  " + "  ".join(fmt(x) for x in prf(*res[c])))
    print("  ".join(f"{k} {a}/{b}" for k, (a, b) in acc.items()))


def evaluate(golds, preds):
    tot, tacc, per = {c: [0, 0, 0] for c in CATS}, {k: [0, 0] for k in ACC}, {}
    for i, g in sorted(golds.items()):
        res, acc, err = score_article(g, preds.get(i))
        per[i] = (res, acc, err)
        for c in CATS:
            tot[c] = [a + b for a, b in zip(tot[c], res[c])]
        for k in ACC:
            tacc[k] = [a + b for a, b in zip(tacc[k], acc[k])]
    return tot, tacc, per


def load_gold(d):
    if os.path.isfile(d):
        g = json.load(open(d, encoding="utf-8"))
        return {str(g["id"]): g}
    out = {}  # every *.json that holds one article (an object with "id"), never identities.json
    for f in sorted(glob.glob(os.path.join(d, "*.json"))):
        if os.path.basename(f) == "identities.json":
            continue
        g = json.load(open(f, encoding="utf-8"))
        if isinstance(g, dict) and "id" in g:
            g.setdefault("aliases", {}), g.setdefault("optional", {})
            out[str(g["id"])] = g
    return out


def load_pred(path):
    if os.path.isdir(path):
        return {
            os.path.basename(f)[:-5]: json.load(open(f, encoding="utf-8"))
            for f in sorted(glob.glob(os.path.join(path, "*.json")))
            if os.path.basename(f) != "identities.json"
        }
    text = open(path, encoding="utf-8").read()
    try:
        d = json.loads(text)
    except json.JSONDecodeError:  # JSON Lines
        d = [json.loads(line) for line in text.splitlines() if line.strip()]
    if isinstance(d, list):
        return {str(x["id"]): x for x in d}
    return {str(d["id"]): d} if "id" in d else d


def selftest(golds):
    assert golds, "no gold found"
    tot, acc, per = evaluate(golds, copy.deepcopy(golds))
    for i, (res, a, _) in per.items():
        for c in CATS:
            # optional roles inside gold persons are ignored, so gold against itself has no false positive
            assert res[c][1] == res[c][2] == 0, (i, c, res[c], per[i][2][c])
        assert all(x == y for x, y in a.values()), (i, a)
    assert all(prf(*tot[c])[2] == 1.0 for c in CATS)
    tot, _, _ = evaluate(golds, {})
    assert all(t[0] == 0 and t[1] == 0 and t[2] > 0 and prf(*t)[2] == 0 for t in tot.values())
    tot0, _, _ = evaluate(golds, {i: {k: [] for k in ("persons", "organizations")} for i in golds})
    assert tot0 == tot
    # optional items alone are neither right nor wrong
    names_only = {
        i: {
            "organizations": [name_of(x) for x in g["optional"].get("organizations", [])],
            "relations": g["optional"].get("relations", []),
            "outcomes": g["optional"].get("outcomes", []),
            "persons": [
                {"name": n, "roles": [{"title": "记者", "organization": None}]}
                for n in g["optional"].get("persons", [])
            ],
        }
        for i, g in golds.items()
    }
    t, _, per = evaluate(golds, names_only)
    for c in ("persons", "roles_exact", "organizations", "outcomes"):
        assert t[c][1] == 0, (c, [(i, p[2][c]["wrong"]) for i, p in per.items() if p[2][c]["wrong"]])
    # broken predictions: wrong organisation, wrong modifier, invented name, reversed symmetric relation, partial date
    g = next(x for x in golds.values() if any(p["roles"] for p in x["persons"]))
    p = copy.deepcopy(g)
    p["persons"][0]["roles"][0]["organization"] = "火星教育厅"
    p["persons"].append({"name": "某某某", "roles": []})
    p["organizations"].append("完全虚构大学")
    r, _, _ = score_article(g, p)
    n = len(g["persons"])
    assert (
        r["persons"] == (n, 1, 0)
        and r["roles_exact"][1:] == (1, 1)
        and r["roles_title"][1:] == (0, 0)
        and r["organizations"][1:] == (1, 0)
    )
    a = {"value": 30000, "modifier": "approx", "unit": "名", "what": "专家"}
    assert (
        outcome(a, dict(a, modifier="exact"))
        and not outcome(a, dict(a, modifier="exact"), True)
        and not outcome(a, dict(a, value=3))
    )
    assert outcome(a, dict(a, unit="位")) and not outcome(a, dict(a, unit="位", what="企业"))
    s = relation({})
    assert s(["甲大学", "signsWith", "乙大学"], ["乙大学", "signsWith", "甲大学"]) and not s(
        ["甲大学", "signs", "乙协议"], ["乙协议", "signs", "甲大学"]
    )
    e = {"date": "--10-31", "place": "普陀区", "place_alts": ["上海市普陀区"]}
    assert (
        not date_eq(e, {"date": "2020-10-31"}, False)
        and date_eq(e, {"date": "2020-10-31"}, True)
        and date_eq(e, {"date": "--10-31"}, False)
    )
    assert (
        not date_eq(e, {"date": None}, True)
        and date_parts("2025年10月17日") == (2025, 10, 17)
        and place_eq(e, {"place": "上海普陀"})
    )
    assert (
        lenient({norm("河北省教育厅")}, "河北教育厅") == 0
        and lenient({norm("四川省技术转移(巴中)中心")}, "四川省技术转移巴中中心") == 1.0
    )
    print(f"selftest ok: {len(golds)} articles, gold against itself 1.0 everywhere, empty prediction 0")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pred", nargs="?")
    ap.add_argument(
        "--gold", default=os.path.dirname(os.path.abspath(__file__)), help="folder of NN.json, or one gold file"
    )
    ap.add_argument("--only", help="article ids, comma-separated")
    ap.add_argument("--errors", action="store_true", help="list what was missed and what was wrong")
    ap.add_argument("--json", help="write the counts here")
    ap.add_argument("--selftest", action="store_true")
    o = ap.parse_args()
    golds = load_gold(o.gold)
    if o.selftest:
        return selftest(golds)
    if not o.pred:
        ap.error("PRED is needed")
    if o.only:
        golds = {i: g for i, g in golds.items() if i in o.only.split(",")}
    tot, acc, per = evaluate(golds, load_pred(o.pred))
    for i, (r, a, e) in per.items():
        table(i, r, a)
        if o.errors:
            for c in CATS:
                for kind in ("missed", "wrong"):
                    for x in e[c][kind]:
                        print(f"   {c} {kind}: {x}")
    table(f"ALL (micro, {len(per)} articles)", tot, acc)
    if o.json:
        json.dump(
            {
                "micro": tot,
                "accuracy": acc,
                "articles": {i: {"counts": r, "accuracy": a} for i, (r, a, _) in per.items()},
            },
            open(o.json, "w", encoding="utf-8"),
            ensure_ascii=False,
            indent=1,
        )


if __name__ == "__main__":
    sys.exit(main())
