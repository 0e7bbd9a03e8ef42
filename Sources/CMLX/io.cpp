#include "cmlx_io.h"
#include "shim.hpp"

#include "mlx/io.h"

namespace {

/// A safetensors file in memory. Arrays are read when they are evaluated, so the bytes are its own.
class MemoryReader : public mx::io::Reader {
 public:
  MemoryReader(const void* bytes, size_t count)
      : bytes_(static_cast<const char*>(bytes), static_cast<const char*>(bytes) + count) {}

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
  std::vector<char> bytes_;
  size_t position_ = 0;
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

void deliver(mx::SafetensorsLoad&& loaded, const cmlx_reader& reader) {
  for (auto& [name, array] : loaded.first) {
    reader.array(reader.context, name.c_str(), give(std::move(array)));
  }
  for (auto& [key, value] : loaded.second) {
    reader.metadata(reader.context, key.c_str(), value.c_str());
  }
}

void deliver(mx::GGUFLoad&& loaded, const cmlx_reader& reader) {
  for (auto& [name, array] : loaded.first) {
    reader.array(reader.context, name.c_str(), give(std::move(array)));
  }
  for (auto& [key, value] : loaded.second) {
    if (auto* text = std::get_if<std::string>(&value)) {
      reader.metadata(reader.context, key.c_str(), text->c_str());
    } else if (auto* array = std::get_if<mx::array>(&value)) {
      reader.array(reader.context, key.c_str(), give(mx::array(*array)));
    } else if (auto* texts = std::get_if<std::vector<std::string>>(&value)) {
      for (size_t i = 0; i < texts->size(); ++i) {
        std::string numbered = key + "." + std::to_string(i);
        reader.metadata(reader.context, numbered.c_str(), (*texts)[i].c_str());
      }
    }
  }
}

std::unordered_map<std::string, mx::array> arrays(const cmlx_contents& contents) {
  std::unordered_map<std::string, mx::array> out;
  for (size_t i = 0; i < contents.arrays.count; ++i) {
    out.insert({contents.names[i], in(contents.arrays.items[i])});
  }
  return out;
}

std::unordered_map<std::string, std::string> metadata(const cmlx_contents& contents) {
  std::unordered_map<std::string, std::string> out;
  for (size_t i = 0; i < contents.metadata_count; ++i) {
    out.insert({contents.keys[i], contents.values[i]});
  }
  return out;
}

/// Saving evaluates.
struct Evaluating {
  Evaluating() : lock((bind_thread(), evaluation())) {}
  std::lock_guard<std::recursive_mutex> lock;
};

} // namespace

cmlx_error* cmlx_load_safetensors(const char* path, cmlx_reader reader, cmlx_stream s) {
  ACTION(deliver(mx::load_safetensors(path, on(s)), reader));
}

cmlx_error* cmlx_load_safetensors_bytes(
    const void* bytes, size_t count, cmlx_reader reader, cmlx_stream s) {
  ACTION(deliver(
      mx::load_safetensors(std::make_shared<MemoryReader>(bytes, count), on(s)), reader));
}

cmlx_error* cmlx_save_safetensors(const char* path, cmlx_contents contents) {
  ACTION(
      Evaluating evaluating; mx::save_safetensors(path, arrays(contents), metadata(contents)),
      contents.arrays);
}

cmlx_error* cmlx_save_safetensors_bytes(
    cmlx_contents contents, void* context, void (*use)(void*, const void*, size_t)) {
  return attempt(
      "save_safetensors",
      [&] {
        auto writer = std::make_shared<MemoryWriter>();
        {
          Evaluating evaluating;
          mx::save_safetensors(writer, arrays(contents), metadata(contents));
        }
        use(context, writer->bytes.data(), writer->bytes.size());
      },
      contents.arrays);
}

cmlx_error* cmlx_load_gguf(const char* path, cmlx_reader reader, cmlx_stream s) {
  ACTION(deliver(mx::load_gguf(path, on(s)), reader));
}

cmlx_array cmlx_load_npy(const char* path, cmlx_stream s) {
  ARRAY(mx::load(std::string(path), on(s)));
}

cmlx_error* cmlx_save_npy(const char* path, cmlx_array a) {
  ACTION(Evaluating evaluating; mx::save(std::string(path), in(a)), a);
}
