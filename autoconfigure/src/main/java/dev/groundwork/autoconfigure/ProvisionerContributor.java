package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.provision.Provisioner;

/**
 * Contributes provisioners whose number is known only at run time.
 */
@FunctionalInterface
interface ProvisionerContributor {

	List<Provisioner> provisioners();

}
