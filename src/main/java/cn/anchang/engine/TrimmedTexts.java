package cn.anchang.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Texts as people mean them: without the blanks around them, and nothing where there is only blank. */
class TrimmedTexts extends SimpleModule {

    TrimmedTexts() {
        addDeserializer(String.class, new StdScalarDeserializer<>(String.class) {
            @Override
            public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                    return (String) context.handleUnexpectedToken(String.class, parser);
                }
                String text = parser.getText().strip();
                if (text.indexOf('\0') >= 0) {
                    return (String) context.handleWeirdStringValue(String.class, text, "no database keeps a NUL");
                }
                return text.isEmpty() ? null : text;
            }
        });
    }
}
