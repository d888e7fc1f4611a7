# SPDX-License-Identifier: GPL-3.0-or-later
# The official list of holidays (Cabinet Office, CP932 as published) and the rules of one hospital.
dist_pkgdata_DATA = data/holidays.csv
policydir = $(pkgdatadir)/policies
dist_policy_DATA = data/policies/omu.yml
dist_man_MANS += data/madoguchi.1
applicationsdir = $(datadir)/applications
dist_applications_DATA = data/madoguchi.desktop
