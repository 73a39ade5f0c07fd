// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <utility>
#include <variant>

namespace bincard {

/// A value or the error that kept it from being made. No exception crosses a layer; a Result must be looked at.
template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Only after ok().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// Only when not ok().
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error) : m_error(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_error.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_error); }

private:
    std::variant<std::monostate, Error> m_error;
};

} // namespace bincard

/// Returns the error of `expression` from the enclosing function, if it has one.
#define BINCARD_TRY(expression)                       \
    do {                                              \
        if (auto tried_ = (expression); !tried_.ok()) \
            return tried_.error();                    \
    } while (false)

#define BINCARD_CONCAT_(a, b) a##b
#define BINCARD_CONCAT(a, b) BINCARD_CONCAT_(a, b)
/// Declares `variable` with the value of `expression`, or returns its error from the enclosing function.
#define BINCARD_ASSIGN(variable, expression)               \
    auto BINCARD_CONCAT(result_, __LINE__) = (expression); \
    if (!BINCARD_CONCAT(result_, __LINE__).ok())           \
        return BINCARD_CONCAT(result_, __LINE__).error();  \
    auto variable = std::move(BINCARD_CONCAT(result_, __LINE__)).value()
