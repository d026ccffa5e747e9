"""LAC as a peer of `bench/ner.py`: sentences as JSON strings on standard input, their names as JSON on standard output.

Runs in an environment of its own, since LAC needs an old paddlepaddle:
`pip install 'setuptools<70' wheel paddlepaddle==2.6.2 && pip install --no-build-isolation lac==2.1.2`.
The aliases stand for modules that LAC still imports.
"""

import json
import sys

import paddle.base

sys.modules["paddle.fluid"] = paddle.base
sys.modules["paddle.fluid.core"] = paddle.base.core

from LAC import LAC  # noqa: E402

BATCH = 64


def main() -> None:
    sentences = [json.loads(line) for line in sys.stdin]
    tagger = LAC(mode="lac")
    for first in range(0, len(sentences), BATCH):
        for words, tags in tagger.run(sentences[first : first + BATCH]):
            position, names = 0, []
            for word, tag in zip(words, tags, strict=True):
                if tag in ("PER", "ORG"):
                    names.append([tag, position, position + len(word)])
                position += len(word)
            print(json.dumps(names))


if __name__ == "__main__":
    main()
