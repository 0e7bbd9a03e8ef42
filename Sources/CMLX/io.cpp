#include "cmlx_io.h"
#include "shim.hpp"

#include <string_view>

#include "mlx/io.h"

namespace {

/// A file in memory, which must live as long as arrays are unevaluated.
class MemoryReader : public mx::io::Reader {
 public:
  MemoryReader(const void* bytes, size_t count)
      : bytes_(static_cast<const char*>(bytes), count) {}

  bool is_open() const override {
    return true;
  }
  bool good() const override {
    return true;
  }
  size_t tell() override {
    return position_;
  }
  void seek(int64_t offset, std::ios_base::seekdir way) override {
    int64_t base = way == std::ios_base::beg ? 0
        : way == std::ios_base::cur          ? static_cast<int64_t>(position_)
                                             : static_cast<int64_t>(bytes_.size());
    position_ = static_cast<size_t>(std::max<int64_t>(0, base + offset));
  }
  void read(char* data, size_t n) override {
    read(data, n, position_);
    position_ += n;
  }
  void read(char* data, size_t n, size_t offset) override {
    if (offset > bytes_.size() || n > bytes_.size() - offset) {
      throw std::runtime_error("the data ends too early");
    }
    std::memcpy(data, bytes_.data() + offset, n);
  }
  std::string label() const override {
    return "data in memory";
  }

 private:
  std::string_view bytes_;
  size_t position_ = 0;
};

/// A file in memory of its own, for arrays that are read when they are evaluated.
class CopyReader : private std::vector<char>, public MemoryReader {
 public:
  CopyReader(const void* bytes, size_t count)
      : std::vector<char>(static_cast<const char*>(bytes), static_cast<const char*>(bytes) + count),
        MemoryReader(data(), count) {}
};

class MemoryWriter : public mx::io::Writer {
 public:
  bool is_open() const override {
    return true;
  }
  bool good() const override {
    return true;
  }
  size_t tell() override {
    return position_;
  }
  void seek(int64_t offset, std::ios_base::seekdir way) override {
    int64_t base = way == std::ios_base::beg ? 0
        : way == std::ios_base::cur          ? static_cast<int64_t>(position_)
                                             : static_cast<int64_t>(bytes.size());
    position_ = static_cast<size_t>(std::max<int64_t>(0, base + offset));
  }
  void write(const char* data, size_t n) override {
    if (bytes.size() < position_ + n) {
      bytes.resize(position_ + n);
    }
    std::memcpy(bytes.data() + position_, data, n);
    position_ += n;
  }
  std::string label() const override {
    return "data in memory";
  }

  std::vector<char> bytes;

 private:
  size_t position_ = 0;
};

cmlx_text text(const std::string& value) {
  return {value.data(), value.size()};
}

std::string string(cmlx_text value) {
  return value.count ? std::string(value.bytes, value.count) : std::string();
}

void deliver(mx::SafetensorsLoad&& loaded, const cmlx_reader& reader) {
  for (auto& [name, array] : loaded.first) {
    reader.array(reader.context, text(name), give(std::move(array)));
  }
  for (auto& [key, value] : loaded.second) {
    cmlx_text only = text(value);
    reader.metadata(reader.context, {text(key), {nullptr, nullptr}, &only, 1, false});
  }
}

void deliver(mx::GGUFLoad&& loaded, const cmlx_reader& reader) {
  for (auto& [name, array] : loaded.first) {
    reader.array(reader.context, text(name), give(std::move(array)));
  }
  for (auto& [key, value] : loaded.second) {
    if (auto* array = std::get_if<mx::array>(&value)) {
      reader.metadata(reader.context, {text(key), give(std::move(*array)), nullptr, 0, false});
    } else if (auto* one = std::get_if<std::string>(&value)) {
      cmlx_text only = text(*one);
      reader.metadata(reader.context, {text(key), {nullptr, nullptr}, &only, 1, false});
    } else if (auto* several = std::get_if<std::vector<std::string>>(&value)) {
      std::vector<cmlx_text> texts;
      for (auto& item : *several) {
        texts.push_back(text(item));
      }
      reader.metadata(
          reader.context, {text(key), {nullptr, nullptr}, texts.data(), texts.size(), true});
    }
  }
}

std::unordered_map<std::string, mx::array> arrays(const cmlx_contents& contents) {
  std::unordered_map<std::string, mx::array> out;
  for (size_t i = 0; i < contents.arrays.count; ++i) {
    out.insert({string(contents.names[i]), in(contents.arrays.items[i])});
  }
  return out;
}

std::unordered_map<std::string, std::string> texts(const cmlx_contents& contents) {
  std::unordered_map<std::string, std::string> out;
  for (size_t i = 0; i < contents.metadata_count; ++i) {
    out.insert({string(contents.metadata[i].key), string(contents.metadata[i].texts[0])});
  }
  return out;
}

std::unordered_map<std::string, mx::GGUFMetaData> metadata(const cmlx_contents& contents) {
  std::unordered_map<std::string, mx::GGUFMetaData> out;
  for (size_t i = 0; i < contents.metadata_count; ++i) {
    const cmlx_metadata& entry = contents.metadata[i];
    mx::GGUFMetaData value;
    if (entry.is_list) {
      std::vector<std::string> list;
      for (size_t j = 0; j < entry.count; ++j) {
        list.push_back(string(entry.texts[j]));
      }
      value = std::move(list);
    } else if (entry.count == 1) {
      value = string(entry.texts[0]);
    } else if (cmlx_error* error = first_failure(entry.array)) {
      throw Failure(error);
    } else {
      value = in(entry.array);
    }
    out.insert({string(entry.key), std::move(value)});
  }
  return out;
}

} // namespace

cmlx_error* cmlx_load_safetensors(const char* path, cmlx_reader reader, cmlx_stream s) {
  ACTION(deliver(mx::load_safetensors(path, on(s)), reader));
}

cmlx_error* cmlx_load_safetensors_bytes(
    const void* bytes, size_t count, cmlx_reader reader, cmlx_stream s) {
  ACTION(deliver(
      mx::load_safetensors(std::make_shared<CopyReader>(bytes, count), on(s)), reader));
}

cmlx_error* cmlx_save_safetensors(const char* path, cmlx_contents contents) {
  ACTION(
      evaluating([&] { mx::save_safetensors(path, arrays(contents), texts(contents)); }),
      contents.arrays);
}

cmlx_error* cmlx_save_safetensors_bytes(
    cmlx_contents contents, void* context, cmlx_bytes use) {
  return attempt(
      "save_safetensors",
      [&] {
        auto writer = std::make_shared<MemoryWriter>();
        evaluating([&] { mx::save_safetensors(writer, arrays(contents), texts(contents)); });
        use(context, writer->bytes.data(), writer->bytes.size());
      },
      contents.arrays);
}

cmlx_error* cmlx_load_gguf(const char* path, cmlx_reader reader, cmlx_stream s) {
  ACTION(deliver(mx::load_gguf(path, on(s)), reader));
}

cmlx_error* cmlx_save_gguf(const char* path, cmlx_contents contents) {
  ACTION(
      evaluating([&] { mx::save_gguf(path, arrays(contents), metadata(contents)); }),
      contents.arrays);
}

cmlx_array cmlx_load_npy(const char* path, cmlx_stream s) {
  return produce("load_npy", [&] { return mx::load(std::string(path), on(s)); });
}

cmlx_array cmlx_load_npy_bytes(const void* bytes, size_t count, cmlx_stream s) {
  return produce("load_npy", [&] {
    auto out = mx::load(std::make_shared<MemoryReader>(bytes, count), on(s));
    evaluating([&] { out.eval(); });
    return out;
  });
}

cmlx_error* cmlx_save_npy(const char* path, cmlx_array a) {
  ACTION(evaluating([&] { mx::save(std::string(path), in(a)); }), a);
}

cmlx_error* cmlx_save_npy_bytes(cmlx_array a, void* context, cmlx_bytes use) {
  return attempt(
      "save_npy",
      [&] {
        auto writer = std::make_shared<MemoryWriter>();
        evaluating([&] { mx::save(writer, in(a)); });
        use(context, writer->bytes.data(), writer->bytes.size());
      },
      a);
}
