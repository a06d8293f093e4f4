"""Refusals: the JSON Discord answers with."""

from bot.sandbox import errors


def test_form_errors_nest_by_their_paths():
    refusal = errors.invalid_form(
        {
            "content": ("BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."),
            "embeds.0.title": ("BASE_TYPE_REQUIRED", "This field is required"),
            "embeds": ("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000"),
        }
    )

    assert refusal.status == 400
    assert refusal.body() == {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {
            "content": {
                "_errors": [
                    {
                        "code": "BASE_TYPE_MAX_LENGTH",
                        "message": "Must be 2000 or fewer in length.",
                    }
                ]
            },
            "embeds": {
                "0": {
                    "title": {
                        "_errors": [
                            {"code": "BASE_TYPE_REQUIRED", "message": "This field is required"}
                        ]
                    }
                },
                "_errors": [
                    {
                        "code": "MAX_EMBED_SIZE_EXCEEDED",
                        "message": "Embed size exceeds maximum size of 6000",
                    }
                ],
            },
        },
    }
    assert refusal.problems() == {
        "content": "Must be 2000 or fewer in length.",
        "embeds.0.title": "This field is required",
        "embeds": "Embed size exceeds maximum size of 6000",
    }


def test_form_error_of_the_whole_body_stands_at_the_root():
    refusal = errors.invalid_form({"": ("MODEL_TYPE_CONVERT", "Only dictionaries")})

    assert refusal.errors == {
        "_errors": [{"code": "MODEL_TYPE_CONVERT", "message": "Only dictionaries"}]
    }


def test_refusal_without_form_errors_has_code_and_words_only():
    assert errors.unknown_channel().body() == {"message": "Unknown Channel", "code": 10003}
    assert str(errors.cannot_dm()) == "403 50007: Cannot send messages to this user"
