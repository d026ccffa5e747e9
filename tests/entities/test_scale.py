"""Identity over many articles: the time grows with their number, not with its square."""

import time

from kg.entities.identify import settle
from kg.model import ArticleFacts, Kind
from tests.writer import writer

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
PLACES = ("南京市", "苏州市", "长沙市", "成都市", "昆明市", "兰州市")


def article(number: int) -> ArticleFacts:
    """One of a body of its own, a body of all, and a person of a name that many bear."""
    person = SURNAMES[number % 20] + SURNAMES[number // 20 % 20] + "文"
    own, shared = f"{PLACES[number % 6]}第{number}职业学院", f"{PLACES[number % 6]}教育局"
    text = f"{shared}局长{person}到{own}调研。教育部派员出席。"
    return (
        writer(text, f"{number}.txt", published="2025-05-01")
        .entity(Kind.ORGANIZATION, shared)
        .entity(Kind.ORGANIZATION, own, f"{own[3:]}")
        .entity(Kind.ORGANIZATION, "教育部")
        .entity(Kind.PERSON, person)
        .role(person, "局长", shared, f"局长{person}")
        .facts
    )


def seconds(count: int) -> float:
    made = [article(n) for n in range(count)]
    start = time.process_time()
    settle(made)
    return time.process_time() - start


def test_time_grows_with_the_number_of_articles() -> None:
    seconds(50)  # tables are read
    few, many = min(seconds(250) for _ in range(2)), seconds(2000)
    # Eight times as many, with five bearers of each name where most had one; their square would be 64.
    assert many < 48 * few
