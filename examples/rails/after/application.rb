require "rails"
require "action_controller/railtie"
require "active_record/railtie"

def secret(name) = File.read("/run/secrets/#{name}").strip

ENV["DATABASE_URL"] = "postgres://rails:#{secret("db_password")}@db/rails"

class Application < Rails::Application
  config.eager_load = true
  config.secret_key_base = secret("key_base")
  routes.append { root to: ->(_env) { [200, {}, ["hello\n"]] } }
end

Rails.application.initialize!
