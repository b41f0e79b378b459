require "rails"
require "action_controller/railtie"
require "active_record/railtie"

class Application < Rails::Application
  config.eager_load = true
  config.secret_key_base = ENV.fetch("SECRET_KEY_BASE", "mississippi")
  routes.append { root to: ->(_env) { [200, {}, ["hello\n"]] } }
end

Rails.application.initialize!
